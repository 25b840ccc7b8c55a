import type { Script } from "./scripts.ts";
import type { Word } from "./split-words.ts";

/**
 * The words that are not small, and behind each phrase the character sequences that stand for
 * words in scripts without spaces, because a dictionary cuts a phrase differently depending on
 * what stands around it.
 *
 * Sequences that hold a small word of one character are left out, too: a dictionary often leaves
 * "的" with its neighbour.
 */
export function withGrams(words: readonly Word[], isSmall: (word: Word) => boolean): Word[] {
  const found: Word[] = [];
  let phrase = "";
  words.forEach((word, index) => {
    const { text, script } = word;
    const isLeftOut = isSmall(word);
    if (!isLeftOut) found.push(word);
    if (!script || script.grams.length === 0) return;
    if (!isLeftOut) phrase += text;
    if (!isLeftOut && !script.isSpaced && words[index + 1]?.script === script) return;
    found.push(...gramsOf(phrase, script, isSmall));
    phrase = "";
  });
  return found;
}

function gramsOf(phrase: string, script: Script, isSmall: (word: Word) => boolean): Word[] {
  const characters = Array.from(phrase, (text) => ({ text, written: text, script }));
  return script.grams.flatMap((length) =>
    characters
      .map((_, start) => characters.slice(start, start + length))
      .filter((gram) => gram.length === length && !gram.some(isSmall))
      .map((gram) => gram.map(({ text }) => text).join(""))
      .map((text) => ({ text, written: text, script })),
  );
}
