import { paint } from "./paint.ts";

/** Shows texts as a numbered list beneath a word; nothing where there are none. */
export function showList(word: string, texts: readonly string[]): void {
  if (texts.length === 0) return;
  console.log(paint("dim", `  ${word}:`));
  for (const [index, text] of texts.entries()) console.log(paint("dim", `  ${index + 1}. ${text}`));
}
