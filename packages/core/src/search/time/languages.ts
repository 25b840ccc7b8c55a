import { wordsOf } from "../../text/words-of.ts";
import { ENGLISH } from "./english.ts";
import { GERMAN } from "./german.ts";
import { SPANISH } from "./spanish.ts";
import type { TimeWords } from "./time-words.ts";

/** The languages whose words for times are known. */
export const TIME_WORDS: readonly TimeWords[] = [ENGLISH, GERMAN, SPANISH];

/** The languages that a question may be of: those with most of its small words, all when none shows. */
export function languagesOf(question: string): readonly TimeWords[] {
  const words = wordsOf(question);
  const counts = TIME_WORDS.map(({ tells }) => words.filter((word) => tells.has(word)).length);
  return TIME_WORDS.filter((_, index) => counts[index] === Math.max(...counts));
}
