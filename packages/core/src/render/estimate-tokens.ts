/**
 * How many tokens a text takes at most: three letters to a token, and a token for every other
 * UTF-16 unit. Real tokenizers (o200k) need fewer, in every script; see estimate-tokens.test.ts.
 */
export function estimateTokens(text: string): number {
  const letters = text.match(/[\p{Script=Latin}\p{Script=Cyrillic} ]/gu)?.length ?? 0;
  return Math.ceil(letters / 3) + text.length - letters;
}
