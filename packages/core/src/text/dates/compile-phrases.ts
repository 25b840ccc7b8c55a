import { alternatives } from "../alternatives.ts";
import type { CalendarWords } from "./calendar-words.ts";

/**
 * The regular expressions of phrases like `{offset} {unit}` or `{month},? {year}`, whose slots are
 * filled with the words of a language and capture under their names. They match whole words only.
 */
export function compilePhrases(words: CalendarWords, phrases: readonly string[]): RegExp[] {
  const slots: Readonly<Record<string, string>> = {
    offset: oneOf("offset", words.offsets),
    trailing: oneOf("trailing", words.trailingOffsets ?? {}),
    unit: oneOf("unit", words.units),
    month: oneOf("month", words.months),
    season: oneOf("season", words.seasons),
    weekday: oneOf("weekday", words.weekdays),
    day: oneOf("day", words.days),
    third: oneOf("third", words.thirds),
    feast: oneOf("feast", words.feasts),
    decade: oneOf("decade", words.decades),
    n: String.raw`(?<n>\d{1,3}|${alternatives(Object.keys(words.numbers))})`,
    date: String.raw`(?<date>0?[1-9]|[12]\d|3[01])`,
    monthNumber: String.raw`(?<monthNumber>0?[1-9]|1[0-2])`,
    year: String.raw`(?<year>(?:19|20)\d\d)`,
  };
  return phrases.map((phrase) => {
    const source = phrase.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? "");
    return new RegExp(String.raw`(?<![\p{L}\d])(?:${source})(?![\p{L}\d])`, "giu");
  });
}

function oneOf(name: string, words: Readonly<Record<string, unknown>>): string {
  return `(?<${name}>${alternatives(Object.keys(words))})`;
}
