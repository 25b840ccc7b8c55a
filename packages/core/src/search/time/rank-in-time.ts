import type { VersionRow } from "../../ports/stored-rows.ts";
import { TIME_WORDS } from "./languages.ts";
import type { TimedQuestion } from "./place-anchor.ts";
import { isWithin, overlap, type TimeSpan } from "./time-span.ts";
import type { TimeOrder } from "./tell-about.ts";
import { timesOf, untoldTimesOf, type MemoryTimes } from "./times-of.ts";

interface Scored {
  readonly row: VersionRow;
  readonly score: number;
}

// How far a score is moved by a time: 1 leaves it, and 1.5 is worth half as much again where it is
// small. All are set by hand, and were tried on time-questions.test.ts and on LoCoMo's development half:
// together they gave half a point of recall@10 there and one of nDCG@10, which is within the noise.
const FITS = 2.5;
const HOLDS = 1.5;
const NEARLY_FITS = 1.3;
const FITS_NOT = 0.8;
const NEAR_MS = 10 * 86_400_000;
/** Nothing but empty words speaks for what does not fit a question that tells nothing but a time. */
const FITS_NOT_AT_ALL = 0.2;
// A moment that an event tells is less sure than a date: "after the race" may ask what she said of it.
const EVENT_SHARE = 0.4;
/** What tells the time and nothing that is asked for. */
const TELLS_THE_TIME = 0.4;
const IS_FORMER = 1.5;
const IS_NOT_FORMER = 0.75;
const HAS_CHANGED = 1.5;

/** What fits the time of a question that asks for nothing else is as relevant as this, at least. */
const FITS_AND_NOTHING_ELSE = 0.4;

/** How much more than the one end of its group the other end is lifted. */
const ORDER_LIFT = 1;
const IMPLIED_ORDER_LIFT = 0.3;
/** Matches at least so relevant as this share of the best are about the same thing, and are put in order. */
const LEAST_SHARE_OF_BEST = 0.6;
/**
 * An order that is only implied is no reason to leave the subject: "What is my current job?" does not ask
 * for the newest thing that has to do with jobs. Against 0.6 it gave 0.2 points of recall@10 on LoCoMo.
 */
const LEAST_SHARE_IF_IMPLIED = 0.8;

/** The texts of so many are read for dates, most relevant first: a text that has some takes 0.08 ms. */
const MOST_READ = 100;

/**
 * The matches with their scores moved by how well they fit the time that a question is about, best
 * first. Scores stay 0…1, and a question that says nothing about time leaves all as it is.
 */
export function rankInTime<MATCH extends Scored>(
  matches: readonly MATCH[],
  question: TimedQuestion,
): MATCH[] {
  const { spans, order, about } = question;
  if (spans.length === 0 && !order && about === "now") return [...matches];
  const timed = matches.map((match, place) => {
    const { row, score } = match;
    return { match, row, score, times: place < MOST_READ ? timesOf(row) : untoldTimesOf(row) };
  });
  const fitted = timed.map((one) => ({ ...one, score: fit(one, question) }));
  const ordered = order ? putInOrder(fitted, question, order) : fitted;
  return ordered
    .map(({ match, score }) => ({ ...match, score }))
    .toSorted((a, b) => b.score - a.score);
}

interface Timed extends Scored {
  readonly times: MemoryTimes;
}

function fit(match: Timed, question: TimedQuestion): number {
  const { score } = match;
  const lift = liftOf(match, question);
  if (!question.isOnlyTime || lift === 1) return raise(score, lift);
  return lift === FITS
    ? raise(FITS_AND_NOTHING_ELSE + (1 - FITS_AND_NOTHING_ELSE) * score, lift)
    : score * FITS_NOT_AT_ALL;
}

function liftOf({ row, times }: Timed, question: TimedQuestion): number {
  const { spans, about, events, mayEventsAnswer, isOnlyTime } = question;
  const isSure = !mayEventsAnswer || isOnlyTime;
  if (!mayEventsAnswer && events?.has(row.key)) return TELLS_THE_TIME;
  if (spans.length > 0) {
    const lift = liftWithin(times, spans);
    return isSure ? lift : 1 + Math.max(lift - 1, 0) * EVENT_SHARE;
  }
  if (about === "former") return isFormer(row) ? IS_FORMER : IS_NOT_FORMER;
  return about === "change" && (isFormer(row) || row.slot > 1) ? HAS_CHANGED : 1;
}

/** Whether it is no longer so, by its state or by its own words: "User used to smoke". */
function isFormer({ status, text }: VersionRow): boolean {
  return status === "superseded" || TIME_WORDS.some(({ former }) => former.test(text));
}

function liftWithin({ written, valid }: MemoryTimes, spans: readonly TimeSpan[]): number {
  const isIn = (times: TimeSpan) => spans.some((span) => overlap(times, span));
  if (written.some(isIn)) return FITS;
  if (spans.some((span) => isWithin(valid.from, span))) return written.length > 0 ? HOLDS : FITS;
  if (written.length === 0 && isIn(valid)) return HOLDS;
  return spans.some((span) => isNear(valid.from, span)) ? NEARLY_FITS : FITS_NOT;
}

/** People are told of things some days before and after them, and are wrong about a day. */
function isNear(moment: Date, { from, to }: TimeSpan): boolean {
  const [first, last] = [from?.getTime(), to?.getTime()];
  if (first !== undefined && last !== undefined && last - first > NEAR_MS) return false;
  return isWithin(moment, {
    from: first === undefined ? undefined : new Date(first - NEAR_MS),
    to: last === undefined ? undefined : new Date(last + NEAR_MS),
  });
}

/** Lifts what is about the same thing by its place in time. */
function putInOrder<ONE extends Timed>(
  matches: readonly ONE[],
  { spans, about }: TimedQuestion,
  { end, place, isImplied }: TimeOrder,
): ONE[] {
  const leastShare = isImplied ? LEAST_SHARE_IF_IMPLIED : LEAST_SHARE_OF_BEST;
  const best = Math.max(...matches.map(({ score }) => score));
  const group = matches
    .filter(({ score }) => score >= best * leastShare)
    .filter(({ times }) => spans.length === 0 || liftWithin(times, spans) === FITS)
    .filter(({ row }) => about !== "former" || end === "first" || isFormer(row))
    .map(({ row, times }) => ({ row, key: row.key, time: times.beginning.getTime() }))
    .toSorted((a, b) => (end === "first" ? b.time - a.time : a.time - b.time));
  const places = new Map(
    place === 1
      ? group.map(({ key }, index) => [key, index / (group.length - 1 || 1)])
      : group.slice(-place, 1 - place).map(({ key }) => [key, 1]),
  );
  if (group.length < place || group.some(({ row }) => saysPlace(row.text, place)))
    return [...matches];
  const most = isImplied ? IMPLIED_ORDER_LIFT : ORDER_LIFT;
  return matches.map((match) => ({
    ...match,
    score: raise(match.score, 1 + most * (places.get(match.row.key) ?? 0)),
  }));
}

/** "Won his second race" is the second one, whichever others are remembered. */
function saysPlace(text: string, place: TimeOrder["place"]): boolean {
  if (place === 1) return false;
  return TIME_WORDS.some(({ second, third }) => (place === 2 ? second : third).told.test(text));
}

/** A score moved towards 1 by a lift above 1, which it never passes, or towards 0 by one below. */
function raise(score: number, lift: number): number {
  return lift < 1 ? score * lift : 1 - (1 - score) ** lift;
}
