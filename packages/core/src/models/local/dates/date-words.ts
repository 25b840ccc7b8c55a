import type { ParsedResult, ParsingOption, ParsingReference } from "chrono-node";
import { alternatives } from "../claims/compile-pattern.ts";
import type { Span, Unit } from "./spans.ts";

/** How a language speaks of dates. Words are matched without regard to case. */
export interface DateWords {
  readonly months: Readonly<Record<string, number>>;
  /** Counted from spring. */
  readonly seasons: Readonly<Record<string, number>>;
  /** Sunday is 0. */
  readonly weekdays: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, Exclude<Unit, "season">>>;
  /** Last is -1, this is 0, next is 1. */
  readonly offsets: Readonly<Record<string, number>>;
  /** The same words where they follow, as in "la semana pasada". */
  readonly trailingOffsets?: Readonly<Record<string, number>>;
  readonly numbers: Readonly<Record<string, number>>;
  /** Days by their distance from today. */
  readonly days: Readonly<Record<string, number>>;
  /** Phrases with `{offset}`, `{unit}`, `{ago}` … in the place of the words above, longest first. */
  readonly phrases: readonly string[];
  /** Tells the phrases that are reckoned from today in a week: "a week tomorrow". */
  readonly oneWeekLater: RegExp;
  /** Prepositions that keep their meaning before a written-out date, like "by" and "since". */
  readonly bounds: readonly string[];
  /** Prepositions and articles that the written-out date brings itself. */
  readonly leads: readonly string[];
  /** Words that say that something happens again and again: its dates have no year. */
  readonly recurring: RegExp;
  /** What comes every year on its day: that day has no year. */
  readonly annual: RegExp;
  /** Words that look like a day and are none: "el turno de mañana". */
  readonly noDay?: RegExp;
  /** Parses days: "on 12 December at 5". */
  readonly parse: (text: string, ref: ParsingReference, options: ParsingOption) => ParsedResult[];
  /** Parts of the day, as written and as they are said after a date. */
  readonly dayParts: readonly (readonly [RegExp, string])[];
  /** The date with its own preposition, or behind the given bound. */
  readonly say: (span: Span, bound: string | undefined) => string;
  /** The end of a range, behind its beginning: "to 7 May 2027". */
  readonly sayEnd: (span: Span) => string;
  readonly sayTime: (hour: number, minute: number) => string;
}

/** The regular expressions of the phrases, their slots filled with the words. */
export function compilePhrases(words: DateWords): RegExp[] {
  const slots: Readonly<Record<string, string>> = {
    offset: oneOf("offset", words.offsets),
    trailing: oneOf("trailing", words.trailingOffsets ?? {}),
    unit: oneOf("unit", words.units),
    month: oneOf("month", words.months),
    season: oneOf("season", words.seasons),
    weekday: oneOf("weekday", words.weekdays),
    day: oneOf("day", words.days),
    n: String.raw`(?<n>\d{1,3}|${alternatives(Object.keys(words.numbers))})`,
    year: String.raw`(?<year>(?:19|20)\d\d)`,
  };
  return words.phrases.map((phrase) => {
    const source = phrase.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? "");
    return new RegExp(String.raw`(?<![\p{L}\d])(?:${source})(?![\p{L}\d])`, "giu");
  });
}

function oneOf(name: string, words: Readonly<Record<string, unknown>>): string {
  return `(?<${name}>${alternatives(Object.keys(words))})`;
}
