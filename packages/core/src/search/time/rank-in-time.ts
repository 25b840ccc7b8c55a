import type { VersionRow } from "../../ports/stored-rows.ts";
import { FITS, liftBySpans, liftWithin, raise } from "./fit-in-time.ts";
import { TIME_WORDS } from "./languages.ts";
import type { TimedQuestion } from "./place-anchor.ts";
import type { TimeOrder } from "./tell-about.ts";
import { timesOf, untoldTimesOf, type MemoryTimes } from "./times-of.ts";

interface Scored {
  readonly row: VersionRow;
  readonly score: number;
}

// Set by hand and tried as the lifts of fit-in-time.ts.
/** Nothing but empty words speaks for what does not fit a question that tells nothing but a time. */
const FITS_NOT_AT_ALL = 0.2;
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
  const { spans, about, events, mayEventsAnswer } = question;
  if (!mayEventsAnswer && events?.has(row.key)) return TELLS_THE_TIME;
  if (spans.length > 0) return liftBySpans(times, question);
  if (about === "former") return isFormer(row) ? IS_FORMER : IS_NOT_FORMER;
  return about === "change" && (isFormer(row) || row.slot > 1) ? HAS_CHANGED : 1;
}

/** Whether it is no longer so, by its state or by its own words: "User used to smoke". */
function isFormer({ status, text }: VersionRow): boolean {
  return status === "superseded" || TIME_WORDS.some(({ former }) => former.test(text));
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
    .map(({ row, times }) => ({ row, time: times.beginning.getTime() }))
    .toSorted((a, b) => (end === "first" ? b.time - a.time : a.time - b.time));
  const isTold = group.some(({ row }) => saysPlace(row.text, place));
  if (isTold || group.length < place) return [...matches];
  const places = new Map(
    place === 1
      ? group.map(({ row }, index) => [row.key, index / (group.length - 1 || 1)])
      : group.slice(-place, 1 - place).map(({ row }) => [row.key, 1]),
  );
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
