import type { Tense } from "../../text/dates/spans.ts";
import type { Anchor } from "./read-anchor.ts";
import type { TimeQuestion } from "./read-time-question.ts";
import type { TimeWords } from "./time-words.ts";

/** Whether a text has what an expression of its language looks for. */
export type Asks = (about: (words: TimeWords) => RegExp) => boolean;

/** Asks a text in the languages that it may be of. */
export function askIn(languages: readonly TimeWords[], text: string): Asks {
  return (about) => languages.some((words) => about(words).test(text));
}

/** The tense of a question; without a verb that tells, `perfect`: on either side of now. */
export function tenseOf(asks: Asks): Tense {
  if (asks(({ past }) => past)) return "past";
  if (asks(({ perfect }) => perfect)) return "perfect";
  return asks(({ present }) => present) ? "future" : "perfect";
}

/**
 * What a question is about.
 *
 * A plain question that is taken for one about the past would be answered with what is outdated,
 * which is worse than an answer that is missing: what does not say clearly that it is, is none.
 */
export function aboutOf(
  asks: Asks,
  { isPast, isOver, anchor }: { isPast: boolean; isOver: boolean; anchor: Anchor | undefined },
): TimeQuestion["about"] {
  if (asks(({ talk }) => talk)) return "now";
  if (asks(({ change }) => change)) return "change";
  if (isPast && (anchor || isOver)) return "then";
  if (asks(({ former }) => former)) return "former";
  if (isPast && asks(({ formerInPast }) => formerInPast)) return "former";
  return asks(({ when }) => when) ? "then" : "now";
}

/** The order that a question asks for; a question about now has one only where it says so. */
export function orderOf(
  asks: Asks,
  about: TimeQuestion["about"],
  anchor: Anchor | undefined,
): TimeQuestion["order"] {
  if (asks(({ first }) => first)) return "first";
  if (asks(({ last }) => last)) return "last";
  if (about === "now") return asks(({ now }) => now) ? "now" : undefined;
  // What was before something was so until then, and what came after it came next.
  if (anchor?.relation === "after") return "first";
  if (anchor?.relation === "before") return "last";
  return about === "former" && asks(({ previous }) => previous) ? "last" : undefined;
}
