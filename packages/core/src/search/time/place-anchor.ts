import type { Engine } from "../../engine.ts";
import type { MemoryStore, Whose } from "../../ports/memory-store.ts";
import type { Vector, VersionRow } from "../../ports/stored-rows.ts";
import type { ReadingTime } from "../../reading.ts";
import type { Scope } from "../../scope.ts";
import { termsOf } from "../../text/analyze-text.ts";
import { dayOfMonth, recurringSpan } from "../../text/dates/spans.ts";
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
  /** The versions that tell of the anchor. */
  readonly events?: ReadonlySet<string>;
  /** Whether they can be an answer, too. */
  readonly mayEventsAnswer?: boolean;
}

const ANY_TIME: TimedQuestion = { text: "", topic: "", spans: [], about: "now", isOnlyTime: false };
const DAY_MS = 86_400_000;
/** "Right after" is so many days after, at most. */
const CLOSE_DAYS = 31;

/** An event is looked for among so many, and taken when it is at least so relevant. */
const MOST_EVENTS = 10;
const LEAST_RELEVANCE = 0.15;

/** Where events are looked for. */
interface Place {
  readonly scope: Scope;
  readonly whose: Whose;
  readonly readingTime: ReadingTime;
  /** The vectors of the words of the anchor. */
  readonly vectorOf: (words: string) => Vector;
}

/**
 * The question with the time of the event that it names, found in the memories themselves; as it was
 * when it names none, or none that is remembered. What only tells the time is not looked for itself.
 */
export async function placeAnchor(
  engine: Engine,
  store: MemoryStore,
  question: TimeQuestion,
  place: Place,
): Promise<TimedQuestion> {
  const { anchor, spans, topic, isOnlyTime } = question;
  if (!anchor) return question;
  const sought = [anchor.words, ...(anchor.untilWords ? [anchor.untilWords] : [])];
  const events = await Promise.all(
    sought.map((words) => findEvent(engine, store, question, words, place)),
  );
  const [event, until] = events;
  const span = event && spanOf(anchor, event, until);
  if (!span) return question;
  const found = events.flatMap((one) => one ?? []);
  const isAsked = found.some((one) => mayAnswer(one, anchor));
  return {
    ...question,
    // What was got "on my birthday" may be told of as a present for it.
    topic: isAsked || isOnlyTime || anchor.relation === "yearly" ? topic : anchor.rest,
    spans: [...spans, span],
    events: new Set(found.map(({ key }) => key)),
    mayEventsAnswer: isAsked,
  };
}

async function findEvent(
  engine: Engine,
  store: MemoryStore,
  question: TimeQuestion,
  words: string,
  { scope, whose, readingTime, vectorOf }: Place,
): Promise<VersionRow | undefined> {
  const query = prepareQuery(words, vectorOf(words), ANY_TIME);
  const candidates = await findCandidates(engine, store, query, {
    scope,
    whose,
    answering: answersInTime({ ...question, spans: [] }, readingTime, engine.settings.now()),
    wanted: MOST_EVENTS,
    accepts: () => true,
  });
  const [event] = rankMatches(candidates, query, engine.settings);
  return event && event.score >= LEAST_RELEVANCE ? event.row : undefined;
}

/**
 * "What did she realise after the race?" may be told where the race is; "Where did I work when I lived in
 * Rome?" is not told by "lives in Rome", which has no word of work, and before Rome is not in Rome. Nor
 * does an event tell a state of that time, though both speak of her: "Where did she live when she won?"
 */
function mayAnswer({ terms }: VersionRow, { relation, rest, asksForState }: Anchor): boolean {
  if (relation === "before" || relation === "between" || relation === "yearly" || asksForState)
    return false;
  const told = new Set(terms.split(" "));
  const words = termsOf(rest).filter((term) => !term.startsWith("#"));
  return words.some((word) => told.has(word));
}

/** What did not last is a day: "when I got married". Events that came the other way round bound nothing. */
function spanOf(
  { relation, isLasting, isClose, isWeekend, at }: Anchor,
  event: VersionRow,
  until: VersionRow | undefined,
): TimeSpan | undefined {
  const from = timesOf(event).beginning;
  const next = new Date(from.getTime() + 1);
  const end = (isLasting ? event.validTo : undefined) ?? next;
  switch (relation) {
    case "before":
      return { from: isClose ? addDays(from, -CLOSE_DAYS) : undefined, to: from };
    case "after":
      return { from: end, to: isClose ? addDays(end, CLOSE_DAYS) : undefined };
    case "during":
      return { from, to: isLasting ? event.validTo : addDays(from, 1) };
    case "between": {
      const to = until && timesOf(until).beginning;
      return to && from < to ? { from: next, to } : undefined;
    }
    case "yearly":
      return lastReturnOf(timesOf(event).written, at, isWeekend);
    default:
      return relation satisfies never;
  }
}

/** The last day before `at` that has the date of a memory, with the weekend next to it; none without a date. */
function lastReturnOf(
  [date]: readonly TimeSpan[],
  at: Date,
  isWeekend: boolean,
): TimeSpan | undefined {
  if (!date?.from || date.to?.getTime() !== date.from.getTime() + DAY_MS) return undefined;
  const [month, day] = [date.from.getUTCMonth(), date.from.getUTCDate()];
  const startIn = (year: number) => dayOfMonth(year, month, day);
  const from = recurringSpan("day", startIn, { at, tense: "past" })?.start;
  if (!from || !isWeekend) return from && { from, to: addDays(from, 1) };
  // Of a Monday it is the one before, of a Thursday the one behind.
  const saturday = addDays(from, ((6 - from.getUTCDay() + 3) % 7) - 3);
  const monday = addDays(saturday, 2);
  return {
    from: from < saturday ? from : saturday,
    to: from < monday ? monday : addDays(from, 1),
  };
}

function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS);
}
