import type { ParsedComponents } from "chrono-node";
import type { Statement } from "../claims/claim.ts";
import { alternatives } from "../../../text/alternatives.ts";
import { compilePhrases } from "../../../text/dates/compile-phrases.ts";
import {
  addDays,
  recurringSpan,
  weekdaySpan,
  type Span,
  type Tense,
} from "../../../text/dates/spans.ts";
import { toSpan } from "../../../text/dates/to-span.ts";
import type { DateWords } from "./date-words.ts";

/** A statement whose relative dates are written out, and the first date that says when it happens. */
interface DatedStatement extends Statement {
  readonly date?: Span | undefined;
  /** Whether it has any date, be it a deadline. */
  readonly isDated: boolean;
}

/** Writes out the dates of predicates in one language, reckoned from a moment in UTC. */
export type DateWriter = (statement: Statement, at: Date, tense: Tense) => DatedStatement;

interface Found {
  start: number;
  end: number;
  span: Span;
  /** What is said after the date: a time, a part of the day. */
  detail: string;
}

/**
 * A writer of dates for a language.
 *
 * Weeks, months, seasons and years go by its phrases, because they must stay as coarse as they were
 * said; chrono finds the days.
 */
export function createDateWriter(words: DateWords): DateWriter {
  const phrases = compilePhrases(words, words.phrases);
  const bound = String.raw`(?:(?<bound>${alternatives(words.bounds)})\s+)?`;
  const lead = String.raw`(?:(?:${alternatives(words.leads)})\s+)*`;
  const before = new RegExp(String.raw`(?<![\p{L}\d])${bound}${lead}$`, "iu");

  return function writeOutDates({ subject, predicate: text }, at, tense) {
    if (words.recurring.test(`${subject} ${text}`))
      return { subject, predicate: text, isDated: false };
    const isAnnual = words.annual.test(`${subject} ${text}`);
    const found = findPhrases(text, phrases, words, at, tense, isAnnual);
    found.push(...findDays(text, found, words, at, tense, isAnnual));
    found.sort((a, b) => a.start - b.start);

    let written = "";
    let position = 0;
    let date: Span | undefined;
    for (const { start, end, span, detail } of found) {
      const ahead = before.exec(text.slice(position, start));
      const boundBy = ahead?.groups?.["bound"];
      const from = start - (ahead?.[0].length ?? 0);
      written += text.slice(position, from) + words.say(span, boundBy) + detail;
      position = end;
      if (!boundBy) date ??= span;
    }
    const predicate = (written + text.slice(position)).replace(/\s+/g, " ").trim();
    return { subject, predicate, date, isDated: found.length > 0 };
  };
}

function findPhrases(
  text: string,
  phrases: readonly RegExp[],
  words: DateWords,
  at: Date,
  tense: Tense,
  isAnnual: boolean,
): Found[] {
  const found: Found[] = [];
  for (const phrase of phrases) {
    for (const match of text.matchAll(phrase)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (isAnnual && match.groups?.["month"] && !match.groups["year"]) continue;
      const base = words.oneWeekLater.test(match[0]) ? addDays(at, 7) : at;
      const span = toSpan(match.groups ?? {}, words, base, tense);
      if (span) found.push({ start, end, span, detail: detailOf(match[0], words) });
    }
  }
  return found;
}

// chrono 2.10 reads "2.900 Euro" as the 2nd, at nine.
const AMOUNT =
  /\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d[\d.,]* ?(?:€|\$|£|%|euros?\b|dollars?\b|pounds?\b|francs?\b|kg\b|kilos?\b|km\b|cm\b|grams?\b|miles\b|percent\b|prozent\b)|[€$£] ?\d[\d.,]*/gi;

function mask(found: string): string {
  return "_".repeat(found.length);
}

function findDays(
  text: string,
  taken: readonly Found[],
  words: DateWords,
  at: Date,
  tense: Tense,
  isAnnual: boolean,
): Found[] {
  const rest = taken.reduce(
    (masked, { start, end }) =>
      masked.slice(0, start) + "_".repeat(end - start) + masked.slice(end),
    text,
  );
  const readable = rest.replace(AMOUNT, mask).replace(words.noDay ?? AMOUNT, mask);
  return words.parse(readable, { instant: at, timezone: "UTC" }, {}).flatMap((result) => {
    const span = daySpan(result.start, result.text, at, tense);
    if (!span || (isAnnual && isEveryYear(result.start))) return [];
    const last = result.end && daySpan(result.end, result.text, at, tense);
    const range = last && last.start > span.start ? ` ${words.sayEnd(last)}` : "";
    const time = result.start.isCertain("hour")
      ? ` ${words.sayTime(result.start.get("hour") ?? 0, result.start.get("minute") ?? 0)}`
      : detailOf(result.text, words);
    const end = result.index + result.text.length;
    return [{ start: result.index, end, span, detail: range + time }];
  });
}

/** Whether a day comes every year: it has a month and no year. */
function isEveryYear(parsed: ParsedComponents): boolean {
  return parsed.isCertain("month") && parsed.isCertain("day") && !parsed.isCertain("year");
}

// chrono 2.10 takes "for ten days" and "in the week" for days from now.
const NO_DAY =
  /^(?:now|jetzt|ahora)$|(?:minut|second(?! of )|hour|\bmins?\b|\bhrs?\b|stunde|sekunde|segundo|hora)|^(?:(?:for|in|of|within|für|über|por|durante|en) )?(?:the |an? |\p{L}+ |\d+ )?(?:days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|días?|semanas?|mes(?:es)?|años?)$/iu;

/** The day that chrono found; dates of other precision, and plain numbers, are none of its business. */
function daySpan(parsed: ParsedComponents, text: string, at: Date, tense: Tense): Span | undefined {
  if (/^[\d./-]+$/.test(text) || NO_DAY.test(text)) return undefined;
  const noon = parsed.date();
  const weekday = parsed.get("weekday");
  if (parsed.isCertain("year") && parsed.isCertain("day")) return { unit: "day", start: noon };
  if (parsed.isCertain("day") && parsed.isCertain("month")) {
    const startIn = (year: number) =>
      new Date(Date.UTC(year, noon.getUTCMonth(), noon.getUTCDate()));
    return recurringSpan("day", startIn, { at, tense });
  }
  // "Friday" alone may well be a habit; "Friday at five" is an appointment.
  if (parsed.isCertain("weekday") && parsed.isCertain("hour") && weekday !== null) {
    return weekdaySpan(weekday, tense, at);
  }
  return undefined;
}

function detailOf(text: string, words: DateWords): string {
  const part = words.dayParts.find(([pattern]) => pattern.test(text));
  return part ? ` ${part[1]}` : "";
}
