import type { Tense } from "../../text/dates/spans.ts";
import { wordsOf } from "../../text/words-of.ts";
import { readAnchor, type Anchor } from "./read-anchor.ts";
import { readSpans } from "./read-spans.ts";
import { languagesOf } from "./languages.ts";
import type { TimeSpan } from "./time-span.ts";
import type { TimeWords } from "./time-words.ts";

/** What a question says about time. */
export interface TimeQuestion {
  /** The stretches of time that it names; none is usual. */
  readonly spans: readonly TimeSpan[];
  /** Whether it asks for the earliest, for the newest, or for what holds now. */
  readonly order?: "first" | "last" | "now" | undefined;
  /**
   * What it is about: what is so; what was so at some past time; what is no longer so; or what became
   * of something. A question about now is not answered with what was superseded.
   */
  readonly about: "now" | "then" | "former" | "change";
  /** An event by which it tells the time. */
  readonly anchor?: Anchor | undefined;
  /** Whether nothing but the time tells what is asked for: "What did I do last week?" */
  readonly isOnlyTime: boolean;
}

/** Reads what a question says about time, counted from `at`, the moment of asking. */
export function readTimeQuestion(text: string, at: Date): TimeQuestion {
  const languages = languagesOf(text);
  const tense = tenseOf(askIn(languages, text));
  const { spans, rest } = readSpans(text, at, tense);
  const asks = askIn(languages, rest);
  const anchor = tense === "future" ? undefined : readAnchor(rest, languages);
  const isOver = spans.length > 0 && spans.every(({ to }) => to !== undefined && to <= at);
  const about = subjectOf(asks, { isPast: tense === "past", isOver, anchor });
  const order = orderOf(asks, about, anchor);
  return {
    spans,
    order,
    about,
    anchor,
    isOnlyTime: spans.length > 0 && asksForAnything(rest, languages),
  };
}

/** Whether a text has what an expression of its language looks for. */
type Asks = (about: (words: TimeWords) => RegExp) => boolean;

function askIn(languages: readonly TimeWords[], text: string): Asks {
  return (about) => languages.some((words) => about(words).test(text));
}

/** The tense of a question; without a verb that tells, `perfect`: on either side of now. */
function tenseOf(asks: Asks): Tense {
  if (asks(({ past }) => past)) return "past";
  if (asks(({ perfect }) => perfect)) return "perfect";
  return asks(({ present }) => present) ? "future" : "perfect";
}

/**
 * A plain question that is taken for one about the past would be answered with what is outdated,
 * which is worse than an answer that is missing: what does not say clearly that it is, is none.
 */
function subjectOf(
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

function orderOf(
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

function asksForAnything(text: string, languages: readonly TimeWords[]): boolean {
  const words = wordsOf(text);
  return languages.some(({ anything }) => words.every((word) => anything.has(word)));
}
