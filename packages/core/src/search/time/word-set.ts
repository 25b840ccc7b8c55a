import { wordsOf } from "../../text/words-of.ts";

/** The words of a list as those of a question are read, in lower case and without accents. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(wordsOf(list));
}
