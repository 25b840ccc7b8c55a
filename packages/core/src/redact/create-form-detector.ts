import type { Detector, RedactedKind, Span } from "./kinds.ts";

/** A form that passages of a kind have. Where it has a group `secret`, only that has to go. */
export type Form = readonly [kind: RedactedKind, form: RegExp];

/**
 * A detector of passages by their form alone.
 *
 * The forms must have the flags `d` and `g`, and must not be slow on any text: each begins where no
 * character of its own stands before, and every repetition in it ends at a character that it does not
 * repeat, or has a bound. Else a text of many beginnings is read to its end once for each of them.
 */
export function createFormDetector(forms: readonly Form[]): Detector {
  return function* (text) {
    for (const [kind, form] of forms) {
      for (const match of text.matchAll(form)) yield toSpan(kind, match);
    }
  };
}

/** The passage of a match: its group `secret`, or all of it. */
export function toSpan(kind: RedactedKind, { indices, index, 0: all }: RegExpExecArray): Span {
  const [start, end] = indices?.groups?.["secret"] ?? [index, index + all.length];
  return { kind, start, end };
}
