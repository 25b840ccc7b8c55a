/** How precisely a date was given. */
export type Unit = "day" | "week" | "weekend" | "month" | "season" | "year";

/** A stretch of the calendar, in UTC. */
export interface Span {
  readonly unit: Unit;
  readonly start: Date;
  /** How many of its unit it lasts; default 1. */
  readonly count?: number;
  /** Whether it is a guess, as for "a few months ago". */
  readonly isVague?: boolean;
}

/**
 * Whether a clause speaks of what was, of what has been settled, of what is again and again, or of
 * what will be. What has been settled may lie on either side of now.
 */
export type Tense = "past" | "perfect" | "present" | "future";

const DAY_MS = 86_400_000;

/** The day, at midnight, that is so many days after that of a date; before it for negative ones. */
export function addDays(date: Date, days: number): Date {
  return new Date(startOfDay(date).getTime() + days * DAY_MS);
}

function startOfDay(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
}

/** The first day of a month. January is 0; months beyond a year's are those of the next. */
export function startOfMonth(year: number, month: number): Date {
  return new Date(Date.UTC(year, month, 1));
}

/** A day of a month, which is counted from 0; `undefined` when the month has none such, as 30 February. */
export function dayOfMonth(year: number, month: number, date: number): Date | undefined {
  const day = addDays(startOfMonth(year, month), date - 1);
  return day.getUTCMonth() === month ? day : undefined;
}

/** The span `offset` units away from `at`: 0 is this one, -1 the last. Weeks begin on Monday. */
export function relativeSpan(unit: Exclude<Unit, "season">, offset: number, at: Date): Span {
  const monday = addDays(at, -((at.getUTCDay() + 6) % 7));
  const year = at.getUTCFullYear();
  switch (unit) {
    case "day":
      return { unit, start: addDays(at, offset) };
    case "week":
      return { unit, start: addDays(monday, 7 * offset) };
    case "weekend":
      return { unit, start: addDays(monday, 7 * offset + 5) };
    case "month":
      return { unit, start: startOfMonth(year, at.getUTCMonth() + offset) };
    case "year":
      return { unit, start: startOfMonth(year + offset, 0) };
    default:
      return unit satisfies never;
  }
}

/** Between two leap years lie eight years at most, as from 1896 to 1904. */
const MOST_YEARS = 8;

/**
 * The one of a recurring span that lies so many away: -1 is the last, 1 the next. Of this one (0) and
 * without `offset` it is the one that the tense means. Years without it are passed over; `undefined`
 * when no year has it.
 */
export function recurringSpan(
  unit: "month" | "season" | "day",
  startIn: (year: number) => Date | undefined,
  { at, tense, offset }: { at: Date; tense: Tense; offset?: number | undefined },
): Span | undefined {
  const first = at.getUTCFullYear() - MOST_YEARS;
  const years = Array.from({ length: 2 * MOST_YEARS + 1 }, (_, index) => first + index);
  const starts = years.flatMap((year) => startIn(year) ?? []);
  if (starts.length === 0) return undefined;
  const running = starts.findLastIndex((start) => start <= at);
  const isNearBehind =
    at.getTime() - (starts[running] ?? at).getTime() <
    (starts[running + 1] ?? at).getTime() - at.getTime();
  const isBehind = tense === "past" || (tense === "perfect" && isNearBehind);
  const away = offset ?? 0;
  const back = away === 0 ? isBehind : away < 0;
  const isNow = unit !== "day" && isWithin(unit, starts[running] ?? at, at);
  const nearest = back
    ? running - (isNow && away !== 0 ? 1 : 0)
    : running + (isNow && away === 0 ? 0 : 1);
  const beyond = away === 0 ? 0 : away - Math.sign(away);
  return { unit, start: starts[nearest + beyond] ?? at };
}

function isWithin(unit: "month" | "season", start: Date, at: Date): boolean {
  const months = unit === "month" ? 1 : 3;
  return at < startOfMonth(start.getUTCFullYear(), start.getUTCMonth() + months);
}

/** The first month of a season, counted from spring, in the northern half of the world. */
export function seasonStart(season: number, year: number): Date {
  return startOfMonth(year, 2 + 3 * season);
}

/** The day of the week before or after `at` that the tense means. Sunday is 0. */
export function weekdaySpan(weekday: number, tense: Tense, at: Date): Span {
  const ahead = (weekday - at.getUTCDay() + 7) % 7;
  const isBehind = tense === "past" || tense === "perfect";
  // On a Monday, "Monday" is the one a week away.
  return { unit: "day", start: addDays(at, isBehind ? ahead - 7 : ahead || 7) };
}

/** The early (0), middle (1) or late (2) third of a span, in whole days. */
export function thirdOf(span: Span, third: number): Span {
  const days = (endOf(span).getTime() - span.start.getTime()) / DAY_MS;
  const [first, end] = [Math.round((days * third) / 3), Math.round((days * (third + 1)) / 3)];
  return { unit: "day", start: addDays(span.start, first), count: end - first };
}

/** The first moment after a span. A season is three months, a weekend two days. */
export function endOf({ unit, start, count = 1 }: Span): Date {
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth();
  switch (unit) {
    case "day":
      return addDays(start, count);
    case "weekend":
      return addDays(start, 7 * count - 5);
    case "week":
      return addDays(start, 7 * count);
    case "month":
      return startOfMonth(year, month + count);
    case "season":
      return startOfMonth(year, month + 3 * count);
    case "year":
      return startOfMonth(year + count, 0);
    default:
      return unit satisfies never;
  }
}
