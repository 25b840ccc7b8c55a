import type { MemoryRecord } from "../../record.ts";
import type { Matcher } from "./evaluation-case.ts";

// By Unicode's rules and, where a language writes no spaces, by ICU's dictionaries.
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** A matcher as a function of a memory. */
export function toPredicate(matcher: Matcher): (memory: MemoryRecord) => boolean {
  if (typeof matcher === "function") return matcher;
  // Not `test`: of a regular expression with the flag g or y it starts where the last call ended.
  if (matcher instanceof RegExp) return ({ memory }) => memory.search(matcher) !== -1;
  const wanted = wordsOf(matcher);
  return ({ memory }) => {
    const words = new Set(wordsOf(memory));
    return wanted.every((word) => words.has(word));
  };
}

/** A matcher as it is named in a report. */
export function nameOf(matcher: Matcher): string {
  return typeof matcher === "function" ? matcher.name || "a function" : String(matcher);
}

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase());
}
