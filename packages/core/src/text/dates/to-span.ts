import type { CalendarWords } from "./calendar-words.ts";
import {
  addDays,
  dayOfMonth,
  recurringSpan,
  relativeSpan,
  seasonStart,
  startOfMonth,
  thirdOf,
  weekdaySpan,
  type Span,
  type Tense,
} from "./spans.ts";

type Captured = Readonly<Record<string, string | undefined>>;

/**
 * The span that a phrase of `compilePhrases` means, by what its slots captured; `undefined` when it
 * means none.
 *
 * Beside the slots a phrase tells by named groups how it is meant: `ago` backwards, `vague` "a
 * few", `exact` on the day. A month, season or weekday without a year is the one that the tense means.
 * A day that no calendar has, as 30 February, is none.
 */
export function toSpan(
  groups: Captured,
  words: CalendarWords,
  at: Date,
  tense: Tense,
): Span | undefined {
  const span = toWholeSpan(groups, words, at, tense);
  const third = words.thirds[groups["third"]?.toLowerCase() ?? ""];
  return span && third !== undefined ? thirdOf(span, third) : span;
}

function toWholeSpan(
  groups: Captured,
  words: CalendarWords,
  at: Date,
  tense: Tense,
): Span | undefined {
  const word = (name: string) => groups[name]?.toLowerCase() ?? "";
  const offset = words.offsets[word("offset")] ?? words.trailingOffsets?.[word("trailing")];
  const year = groups["year"] === undefined ? undefined : Number(groups["year"]);
  const month = groups["monthNumber"]
    ? Number(groups["monthNumber"]) - 1
    : words.months[word("month")];
  const date = groups["date"] === undefined ? undefined : Number(groups["date"]);
  const season = words.seasons[word("season")];
  const unit = words.units[word("unit")];
  const day = words.days[word("day")];
  const weekday = words.weekdays[word("weekday")];
  const feast = words.feasts[word("feast")];
  const decade = words.decades[word("decade")];
  const recurring = { at, tense, offset };

  if (decade !== undefined) return { unit: "year", start: startOfMonth(decade, 0), count: 10 };
  if (day !== undefined) return relativeSpan("day", day, at);
  if (weekday !== undefined && unit === "week" && offset !== undefined) {
    return {
      unit: "day",
      start: addDays(relativeSpan("week", offset, at).start, (weekday + 6) % 7),
    };
  }
  if (weekday !== undefined) {
    const side = offset === undefined ? tense : tenseOf(offset);
    const near = weekdaySpan(weekday, side, at);
    const beyond = offset === undefined || offset === 0 ? 0 : offset - Math.sign(offset);
    return { ...near, start: addDays(near.start, 7 * beyond) };
  }
  if (feast !== undefined) {
    const { startIn, days: count } = feast;
    const isOfYear = unit === "year" && offset !== undefined;
    const ofYear = isOfYear ? at.getUTCFullYear() + offset : year;
    if (ofYear !== undefined) return { unit: "day", start: startIn(ofYear), count };
    const one = recurringSpan("day", startIn, recurring);
    return one && { ...one, count };
  }
  if (month !== undefined || season !== undefined) {
    const unitOfYear = unitOf(month, date);
    const startIn = (y: number) =>
      month === undefined ? seasonStart(season ?? 0, y) : dayOfMonth(y, month, date ?? 1);
    const isOfYear = unit === "year" && offset !== undefined;
    const ofYear = isOfYear ? at.getUTCFullYear() + offset : year;
    if (ofYear !== undefined) {
      const start = startIn(ofYear);
      return start && { unit: unitOfYear, start };
    }
    if (offset === undefined && tense === "present") return undefined;
    return recurringSpan(unitOfYear, startIn, recurring);
  }
  if (unit === undefined) {
    return year === undefined ? undefined : { unit: "year", start: startOfMonth(year, 0) };
  }
  const direction = groups["ago"] ? -1 : 1;
  if (groups["vague"]) {
    return { ...relativeSpan(COARSER[unit], direction * FEW[unit], at), isVague: true };
  }
  const count = groups["n"] === undefined ? undefined : toNumber(word("n"), words);
  // "Two weeks today" is a day, "in two weeks" a week.
  if (groups["exact"] && count !== undefined && unit === "week") {
    return relativeSpan("day", 7 * count, at);
  }
  // "Have not smoked in two years" tells how long.
  if (count !== undefined && tense === "perfect" && direction > 0) return undefined;
  if (count !== undefined) return relativeSpan(unit, direction * count, at);
  // What was done "this weekend", said on a Wednesday, was done on the last one.
  const isTold = offset === undefined || (offset === 0 && tense === "past");
  if (unit === "weekend" && isTold) return weekendSpan(tense, at);
  return offset === undefined ? undefined : relativeSpan(unit, offset, at);
}

function tenseOf(offset: number): Tense {
  return offset < 0 ? "past" : "future";
}

/** How precisely a part of a year is named. */
function unitOf(month: number | undefined, date: number | undefined): "season" | "month" | "day" {
  if (month === undefined) return "season";
  return date === undefined ? "month" : "day";
}

// "A few days ago" is no day: it is said one unit coarser.
const COARSER = {
  day: "week",
  week: "month",
  weekend: "month",
  month: "year",
  year: "year",
} as const;
const FEW = { day: 0, week: 1, weekend: 1, month: 0, year: 3 } as const;

function weekendSpan(tense: Tense, at: Date): Span | undefined {
  if (tense === "present") return undefined;
  const span = relativeSpan("weekend", 0, at);
  return (tense === "past" || tense === "perfect") && span.start > at
    ? relativeSpan("weekend", -1, at)
    : span;
}

function toNumber(word: string, words: CalendarWords): number | undefined {
  return words.numbers[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined);
}
