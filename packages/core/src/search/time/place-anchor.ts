import type { Engine } from "../../engine.ts";
import type { MemoryStore, Whose } from "../../ports/memory-store.ts";
import type { Vector, VersionRow } from "../../ports/stored-rows.ts";
import type { ReadingTime } from "../../reading.ts";
import type { Scope } from "../../scope.ts";
import { termsOf } from "../../text/analyze-text.ts";
import { findCandidates } from "../find-candidates.ts";
import { prepareQuery } from "../prepare-query.ts";
import { rankMatches } from "../rank-matches.ts";
import { answersInTime } from "./answers-in-time.ts";
import type { Anchor } from "./read-anchor.ts";
import type { TimeQuestion } from "./read-time-question.ts";
import type { TimeSpan } from "./time-span.ts";
import { timesOf } from "./times-of.ts";

/** A question about time whose anchor has become one of its stretches. */
export interface TimedQuestion extends TimeQuestion {
  /** The version that tells of the anchor, and whether it can be an answer, too. */
  readonly event?: { readonly key: string; readonly mayAnswer: boolean } | undefined;
}

const ANY_TIME: TimedQuestion = { text: "", topic: "", spans: [], about: "now", isOnlyTime: false };
const DAY_MS = 86_400_000;

/** An event is looked for among so many, and taken when it is at least so relevant. */
const MOST_EVENTS = 10;
const LEAST_RELEVANCE = 0.15;

/**
 * The question with the time of the event that it names, found in the memories themselves; as it was
 * when it names none, or none that is remembered. What only tells the time is not looked for itself.
 */
export async function placeAnchor(
  engine: Engine,
  store: MemoryStore,
  question: TimeQuestion,
  {
    scope,
    whose,
    readingTime,
    vector,
  }: {
    scope: Scope;
    whose: Whose;
    readingTime: ReadingTime;
    /** Of the words of the anchor. */
    vector: Vector;
  },
): Promise<TimedQuestion> {
  const { anchor, spans } = question;
  if (!anchor) return question;
  const { now } = engine.settings;
  const query = prepareQuery(anchor.words, vector, ANY_TIME);
  const candidates = await findCandidates(engine, store, query, {
    scope,
    whose,
    answering: answersInTime({ ...question, spans: [] }, readingTime, now()),
    wanted: MOST_EVENTS,
    accepts: () => true,
  });
  const [event] = rankMatches(candidates, query, engine.settings);
  if (!event || event.score < LEAST_RELEVANCE) return question;
  const isAsked = mayAnswer(event.row, anchor);
  return {
    ...question,
    topic: isAsked || question.isOnlyTime ? question.topic : anchor.rest,
    spans: [...spans, spanOf(anchor, event.row)],
    event: { key: event.row.key, mayAnswer: isAsked },
  };
}

/**
 * "What did she realise after the race?" may be told where the race is; "Where did I work when I lived in
 * Rome?" is not told by "lives in Rome", which has no word of work, and before Rome is not in Rome.
 */
function mayAnswer({ terms }: VersionRow, { relation, rest }: Anchor): boolean {
  const told = new Set(terms.split(" "));
  const words = termsOf(rest).filter((term) => !term.startsWith("#"));
  return relation !== "before" && words.some((word) => told.has(word));
}

/** What did not last is a day: "when I got married". */
function spanOf({ relation, isLasting }: Anchor, event: VersionRow): TimeSpan {
  const from = timesOf(event).beginning;
  const next = new Date(from.getTime() + DAY_MS);
  switch (relation) {
    case "before":
      return { to: from };
    case "after":
      return { from: (isLasting ? event.validTo : undefined) ?? new Date(from.getTime() + 1) };
    case "during":
      return { from, to: isLasting ? event.validTo : next };
    default:
      return relation satisfies never;
  }
}
