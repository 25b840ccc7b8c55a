/** What people put around text that is not their own: fences, the tags that vendors advise, and quotation marks of mail. */
const PASTED =
  /```[\s\S]*?(?:```|(?![\s\S]))|"""[\s\S]*?(?:"""|(?![\s\S]))|<(document|file|page|article|email|context|source)\b[^>]{0,200}>[\s\S]*?(?:<\/\1>|(?![\s\S]))|^>.*$/gim;

/**
 * What somebody says in a message in their own words, and what they pasted into it, as far as they marked
 * it. A fence that does not close goes to the end, because who pastes decides where it begins only.
 */
export function separatePasted(content: string): { own: string; pasted: string } {
  const pasted = content.match(PASTED) ?? [];
  return { own: content.replace(PASTED, " "), pasted: pasted.join("\n") };
}
