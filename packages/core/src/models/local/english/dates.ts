import { casual } from "chrono-node/en";
import { createDateWriter } from "../dates/write-out-dates.ts";
import type { Span } from "../dates/spans.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const SEASONS = ["spring", "summer", "autumn", "winter"];

/** Writes out the dates of English texts: "last week" as "in the week of 9 November 2026". */
export const writeOutEnglishDates = createDateWriter({
  months: {
    ...Object.fromEntries(MONTHS.map((month, index) => [month.toLowerCase(), index])),
    jan: 0,
    feb: 1,
    apr: 3,
    aug: 7,
    sept: 8,
    oct: 9,
    nov: 10,
    dec: 11,
  },
  seasons: { spring: 0, summer: 1, autumn: 2, fall: 2, winter: 3 },
  weekdays: {
    sunday: 0,
    monday: 1,
    tuesday: 2,
    wednesday: 3,
    thursday: 4,
    friday: 5,
    saturday: 6,
  },
  units: {
    day: "day",
    days: "day",
    week: "week",
    weeks: "week",
    weekend: "weekend",
    month: "month",
    months: "month",
    year: "year",
    years: "year",
  },
  offsets: { last: -1, past: -1, previous: -1, this: 0, next: 1, coming: 1, upcoming: 1 },
  numbers: {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
  days: {
    "the day before yesterday": -2,
    yesterday: -1,
    "last night": -1,
    today: 0,
    tonight: 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    tomorrow: 1,
    "the day after tomorrow": 2,
  },
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
