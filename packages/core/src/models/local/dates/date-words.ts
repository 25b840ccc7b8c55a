import type { ParsedResult, ParsingOption, ParsingReference } from "chrono-node";
import type { CalendarWords } from "../../../text/dates/calendar-words.ts";
import type { Span } from "../../../text/dates/spans.ts";

/** How a language speaks of dates. Words are matched without regard to case. */
export interface DateWords extends CalendarWords {
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
