import { casual } from "chrono-node/en";
import { createDateWriter } from "../dates/write-out-dates.ts";
import { ENGLISH_CALENDAR } from "../../../text/dates/english.ts";
import type { Span } from "../../../text/dates/spans.ts";

const { monthNames: MONTHS, seasonNames: SEASONS } = ENGLISH_CALENDAR;

/** Writes out the dates of English texts: "last week" as "in the week of 9 November 2026". */
export const writeOutEnglishDates = createDateWriter({
  ...ENGLISH_CALENDAR,
  phrases: [
    "{weekday} (?:of )?{offset} {unit}",
    "{offset} {unit} (?:on )?{weekday}",
    "{n} {unit} (?:from )?(?<exact>today)",
    "a week (?:on )?{weekday}",
    "a week {day}",
    String.raw`{day}(?: morning| afternoon| evening| night)?(?! at \d|,? \d)`,
    "(?:the )?{offset} {unit}",
    "{offset} {season}",
    "{offset} {month}",
    String.raw`{offset} {weekday}(?: morning| afternoon| evening| night)?(?! at \d|,? \d)`,
    "(?<vague>a few|some|several|a couple of) {unit} (?<ago>ago)",
    "{n} {unit} (?<ago>ago)",
    "(?<=over |at |on |for )the {unit}",
    "in {n} {unit}(?: time|'s time|' time)?",
    String.raw`(?<!\d(?:st|nd|rd|th)? (?:of )?){month},? {year}`,
    "{season}(?: of)? {year}",
    String.raw`(?<=\b(?:(?:in|by|until|till|since|before|after|for|from|during|last|this|next|early|late|mid) |mid-)){month}(?! \d)`,
    String.raw`(?<=\b(?:in|by|until|till|since|before|after|for|during) )(?:the )?{season}`,
    String.raw`(?<=\b(?:in|from|until|by|before|after) ){year}`,
    String.raw`(?<=\b(?:on|by|until|since|before|after|for|this) ){weekday}(?: morning| afternoon| evening| night)?(?! at \d|,? \d)`,
  ],
  oneWeekLater: /^a week (?!ago)/i,
  bounds: [
    "to",
    "in early",
    "in late",
    "in mid",
    "by",
    "until",
    "till",
    "since",
    "before",
    "after",
    "for",
    "from",
    "starting",
    "around",
    "by the end of",
    "at the end of",
    "the end of",
    "at the beginning of",
    "the beginning of",
    "at the start of",
    "the start of",
  ],
  leads: ["on", "in", "at", "during", "over", "this", "the"],
  recurring:
    /\b(?:every|each|usually|always|often|sometimes|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends)\b/i,
  annual: /\b(?:birthday|anniversary)\b/i,
  parse: (text, reference, options) => casual.parse(text, reference, options),
  dayParts: [
    [/\bmorning\b/i, "in the morning"],
    [/\bafternoon\b/i, "in the afternoon"],
    [/\b(?:evening|tonight)\b/i, "in the evening"],
    [/\bnight\b/i, "at night"],
  ],
  say: (span, bound) => `${bound ?? PREPOSITIONS[span.unit]} ${sayBare(span)}`,
  sayEnd: (span) => `to ${sayBare(span)}`,
  sayTime: (hour, minute) =>
    `at ${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
});

const PREPOSITIONS = {
  day: "on",
  week: "in",
  weekend: "on",
  month: "in",
  season: "in",
  year: "in",
} as const;

function sayBare({ unit, start }: Span): string {
  const year = start.getUTCFullYear();
  const month = MONTHS[start.getUTCMonth()];
  const day = `${start.getUTCDate()} ${month} ${year}`;
  switch (unit) {
    case "day":
      return day;
    case "week":
      return `the week of ${day}`;
    case "weekend":
      return `the weekend of ${day}`;
    case "month":
      return `${month} ${year}`;
    case "season":
      return `${SEASONS[Math.floor(start.getUTCMonth() / 3 - 2 / 3)]} ${year}`;
    case "year":
      return `${year}`;
    default:
      return unit satisfies never;
  }
}
