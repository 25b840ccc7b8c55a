import type { MemoryRecord, Message } from "../../record.ts";

/**
 * What a memory has to say to count as expected, or as absent.
 *
 * A string matches when each of its words stands in the memory's text, in any order, without regard
 * to case and accents; words are those of Unicode's segmentation, and whole, so `"Berlin"` does not
 * match `Berliner`. A regular expression is searched for in the text. A function decides itself.
 */
export type Matcher = string | RegExp | ((memory: MemoryRecord) => boolean);

/** Messages that are added in one call, and when they were said. */
export interface EvaluationExchange {
  messages: string | readonly Message[];
  /** Default: the clock of the memory. */
  at?: Date | undefined;
}

/** Something to ask, and what the answer needs. */
export interface EvaluationQuestion {
  question: string;
  /** What has to be found, each by a memory. Default: what the case expects. */
  expected?: readonly Matcher[] | undefined;
  /** What must not be found. Default: what the case wants absent. */
  absent?: readonly Matcher[] | undefined;
}

/** A conversation, what is to be remembered of it, and what is asked then. */
export interface EvaluationCase {
  /** Unique among the cases. */
  name: string;
  /** The conversation, as one exchange. Either this or `exchanges`. */
  messages?: string | readonly Message[] | undefined;
  /** The conversation in the order of time, one `add` each. */
  exchanges?: readonly EvaluationExchange[] | undefined;
  /** What is to be remembered at its end. */
  expected?: readonly Matcher[] | undefined;
  /** What must not be held true at its end: what is outdated, or nobody should have learned. */
  absent?: readonly Matcher[] | undefined;
  /** What is asked then. Either this or `questions`, or neither. */
  question?: string | EvaluationQuestion | undefined;
  questions?: readonly (string | EvaluationQuestion)[] | undefined;
}
