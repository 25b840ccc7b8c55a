import { isWithin, overlap, type TimeSpan } from "./time-span.ts";
import type { TimedQuestion } from "./place-anchor.ts";
import type { MemoryTimes } from "./times-of.ts";

// How far a score is moved by a time: 1 leaves it, and 1.5 is worth half as much again where it is
// small. All are set by hand, and were tried on time-questions.test.ts and on LoCoMo's development half:
// together they gave half a point of recall@10 there and one of nDCG@10, which is within the noise.
export const FITS = 2.5;
const HOLDS = 1.5;
const NEARLY_FITS = 1.3;
const FITS_NOT = 0.8;
const NEAR_MS = 10 * 86_400_000;
// A moment that an event tells is less sure than a date: "after the race" may ask what she said of it.
const EVENT_SHARE = 0.4;

/** How far something of these times is lifted by a question that names some; 1 when it names none. */
export function liftBySpans(
  times: MemoryTimes,
  { spans, mayEventsAnswer, isOnlyTime }: TimedQuestion,
): number {
  if (spans.length === 0) return 1;
  const lift = liftWithin(times, spans);
  const isSure = !mayEventsAnswer || isOnlyTime;
  return isSure ? lift : 1 + Math.max(lift - 1, 0) * EVENT_SHARE;
}

/** How far something of these times is lifted by a question about these stretches. */
export function liftWithin({ written, valid }: MemoryTimes, spans: readonly TimeSpan[]): number {
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

/** A score moved towards 1 by a lift above 1, which it never passes, or towards 0 by one below. */
export function raise(score: number, lift: number): number {
  return lift < 1 ? score * lift : 1 - (1 - score) ** lift;
}
