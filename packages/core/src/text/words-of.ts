import { splitWords } from "./split-words.ts";
import { withGrams } from "./with-grams.ts";

/**
 * The words of a text, in order, in lower case and without accents.
 *
 * In scripts without spaces, sequences of one to three characters stand beside the words.
 */
export function wordsOf(text: string): string[] {
  return withGrams(splitWords(text), () => false).map((word) => word.text);
}
