import type { VersionRow } from "../../ports/stored-rows.ts";
import type { TimeQuestion } from "./read-time-question.ts";
import { isWithin, overlap, type TimeSpan } from "./time-span.ts";
import { beginningOf, timesOf } from "./times-of.ts";

/** A question about time whose anchor has become one of its stretches. */
export interface TimedQuestion extends TimeQuestion {
  /** The key of the version that the anchor was found in: it tells the time and is no answer. */
  readonly anchorKey?: string | undefined;
}

interface Scored {
  readonly row: VersionRow;
  readonly score: number;
}

// How far a score is moved by a time: 1 leaves it, and 1.5 is worth half as much again where it is
// small. On LoCoMo half as much again was best for a date that the question names.
const FITS = 1.5;
const HOLDS = 1.2;
const FITS_NOT = 0.7;
/** Nothing but empty words speaks for what does not fit a question that tells nothing but a time. */
const FITS_NOT_AT_ALL = 0.2;
const TELLS_THE_TIME = 0.2;
const IS_FORMER = 1.5;
const IS_NOT_FORMER = 0.75;
const HAS_CHANGED = 1.5;

/** What fits the time of a question that asks for nothing else is as relevant as this, at least. */
const FITS_AND_NOTHING_ELSE = 0.4;

/** How much more than the one end of its group the other end is lifted. */
const ORDER_LIFTS = { first: 1, last: 1, now: 0.3 } as const;
/** Matches at least so relevant as this share of the best are about the same thing, and are put in order. */
const LEAST_SHARE_OF_BEST = 0.5;

/**
 * The matches with their scores moved by how well they fit the time that a question is about, best
 * first. Scores stay 0…1, and questions that say nothing about time keep them.
 */
export function rankInTime<MATCH extends Scored>(
  matches: readonly MATCH[],
  question: TimedQuestion,
): MATCH[] {
  const fitted = matches.map((match) => ({ ...match, score: fit(match, question) }));
  return order(fitted, question).toSorted((a, b) => b.score - a.score);
}

function fit({ row, score }: Scored, question: TimedQuestion): number {
  const lift = liftOf(row, question);
  if (!question.isOnlyTime || lift === 1) return raise(score, lift);
  return lift > 1 ? raise(Math.max(score, FITS_AND_NOTHING_ELSE), lift) : score * FITS_NOT_AT_ALL;
}

function liftOf(row: VersionRow, { spans, about, anchorKey }: TimedQuestion): number {
  if (row.key === anchorKey) return TELLS_THE_TIME;
  if (spans.length > 0) return Math.max(...spans.map((span) => liftWithin(row, span)));
  const isFormer = row.status === "superseded";
  if (about === "former") return isFormer ? IS_FORMER : IS_NOT_FORMER;
  return about === "change" && (isFormer || row.slot > 1) ? HAS_CHANGED : 1;
}

function liftWithin(row: VersionRow, span: TimeSpan): number {
  const { written, valid } = timesOf(row);
  if (written.some((named) => overlap(named, span))) return FITS;
  if (isWithin(valid.from, span)) return written.length > 0 ? HOLDS : FITS;
  return written.length === 0 && overlap(valid, span) ? HOLDS : FITS_NOT;
}

/** Lifts what is about the same thing by its place in time. */
function order<MATCH extends Scored>(
  matches: readonly MATCH[],
  { order: asked, spans }: TimedQuestion,
): MATCH[] {
  if (!asked) return [...matches];
  const best = Math.max(...matches.map(({ score }) => score));
  const group = matches
    .filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST)
    .filter(({ row }) => spans.length === 0 || spans.some((span) => liftWithin(row, span) > 1))
    .map(({ row }) => ({ key: row.key, time: beginningOf(row).getTime() }))
    .toSorted((a, b) => (asked === "first" ? b.time - a.time : a.time - b.time));
  const places = new Map(group.map(({ key }, index) => [key, index / (group.length - 1 || 1)]));
  return matches.map((match) => ({
    ...match,
    score: raise(match.score, 1 + ORDER_LIFTS[asked] * (places.get(match.row.key) ?? 0)),
  }));
}

/** A score moved towards 1 by a lift above 1, which it never passes, or towards 0 by one below. */
function raise(score: number, lift: number): number {
  return lift < 1 ? score * lift : 1 - (1 - score) ** lift;
}
