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
  if (asks(({ plain }) => plain)) return "now";
  if (asks(({ change }) => change)) return "change";
  if (isPast && (anchor || isOver)) return "then";
  if (asks(({ former }) => former)) return "former";
  if (isPast && FORMER_IN_PAST.some(asks)) return "former";
  return asks(({ when }) => when) ? "then" : "now";
}

const FORMER_IN_PAST: readonly ((words: TimeWords) => RegExp)[] = [
  ({ formerInPast }) => formerInPast,
  ({ second }) => second.asked,
  ({ third }) => third.asked,
];

/** Which end of time a question asks for. */
export interface TimeOrder {
  readonly end: "first" | "last";
  /** Which one from that end on. */
  readonly place: 1 | 2 | 3;
  /** Whether it only follows from what the question says, as "before I moved" means the time just before. */
  readonly isImplied: boolean;
}

/** The order that a question asks for or implies; none is usual. */
export function orderOf(
  asks: Asks,
  about: TimeQuestion["about"],
  anchor: Anchor | undefined,
): TimeOrder | undefined {
  if (asks(({ first }) => first)) return { end: "first", place: 1, isImplied: false };
  if (asks(({ last }) => last)) return { end: "last", place: 1, isImplied: false };
  if (asks(({ second }) => second.asked)) return { end: "first", place: 2, isImplied: false };
  if (asks(({ third }) => third.asked)) return { end: "first", place: 3, isImplied: false };
  if (about === "former" && asks(({ previous }) => previous))
    return { end: "last", place: 1, isImplied: false };
  if (about === "now" && asks(({ now }) => now)) return { end: "last", place: 1, isImplied: true };
  if (about !== "then") return undefined;
  if (anchor?.relation === "before") return { end: "last", place: 1, isImplied: true };
  return anchor?.relation === "after" ? { end: "first", place: 1, isImplied: true } : undefined;
}
