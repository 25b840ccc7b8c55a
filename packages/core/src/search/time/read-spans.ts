import { alternatives } from "../../text/alternatives.ts";
import type { CalendarWords } from "../../text/dates/calendar-words.ts";
import { addDays, dayOfMonth, endOf, type Span, type Tense } from "../../text/dates/spans.ts";
import { toSpan } from "../../text/dates/to-span.ts";
import { straightenApostrophes } from "../../text/straighten-apostrophes.ts";
import { createPhraseChooser } from "./choose-phrases.ts";
import { ENGLISH } from "./english.ts";
import { TIME_WORDS } from "./languages.ts";
import type { TimeSpan } from "./time-span.ts";
import type { TimeWords } from "./time-words.ts";

/** The stretches of time that a text names, and the text with blanks in the place of their names. */
export interface SpansRead {
  readonly spans: readonly TimeSpan[];
  readonly rest: string;
  /** The same, with the names of what comes every week or year, which may be meant: "in summer". */
  readonly topic: string;
}

interface Named extends TimeSpan {
  start: number;
  end: number;
  words: TimeWords;
  /** Whether it names what comes every week or year, without saying which. */
  mayRecur: boolean;
  /** Whether it names the year, and so needs no moment of asking. */
  isDated: boolean;
  /** Whether it counts from the moment of asking. */
  isRelative: boolean;
  /** Whether it names a day that there is not: then it names no month or year either. */
  isNoDay: boolean;
}

const PHRASES = TIME_WORDS.map((words) => ({ words, phrasesIn: createPhraseChooser(words) }));
// Most memories name none, and those that a text may hold take 0.03 ms.
const MAY_NAME_A_TIME = new RegExp(
  String.raw`\d|(?<!\p{L})(?:${alternatives(TIME_WORDS.flatMap(({ calendar }) => wordsIn(calendar)))})(?!\p{L})`,
  "iu",
);
const ISO_DATE = /(?<!\d)((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)/g;

function wordsIn(words: CalendarWords): string[] {
  const { months, seasons, weekdays, units, days, feasts, decades } = words;
  return [months, seasons, weekdays, units, days, feasts, decades].flatMap(Object.keys);
}

/** Reads the times that a text names, counted from `at`; what has no year lies where the tense says. */
export function readSpans(given: string, at: Date, tense: Tense): SpansRead {
  const text = straightenApostrophes(given);
  if (!MAY_NAME_A_TIME.test(text)) return { spans: [], rest: text, topic: text };
  const found = withoutOverlaps([...findIsoDates(text), ...findPhrases(text, at, tense)]);
  const named = found.filter(({ isNoDay }) => !isNoDay);
  return {
    spans: bindSpans(text, withoutRetold(named)),
    rest: withBlanks(text, named),
    topic: withBlanks(
      text,
      named.filter(({ mayRecur }) => !mayRecur),
    ),
  };
}

function withBlanks(text: string, named: readonly Named[]): string {
  return named.reduce(
    (blanked, { start, end }) =>
      blanked.slice(0, start) + " ".repeat(end - start) + blanked.slice(end),
    text,
  );
}

/** Of what overlaps the longest, in the order of the text. */
function withoutOverlaps(found: readonly Named[]): Named[] {
  const kept: Named[] = [];
  for (const named of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    const isFree = kept.every(({ start, end }) => named.end <= start || end <= named.start);
    if (isFree) kept.push(named);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** "Last Friday, on 23 January 2022" was a Friday of then: beside a date, it counts from there. */
function withoutRetold(named: readonly Named[]): Named[] {
  const hasDate = named.some(({ isDated }) => isDated);
  return named.filter(({ isRelative }) => !(hasDate && isRelative));
}

function findPhrases(text: string, at: Date, tense: Tense): Named[] {
  const found: Named[] = [];
  for (const { words, phrasesIn } of PHRASES) {
    for (const match of phrasesIn(text).flatMap((phrase) => [...text.matchAll(phrase)])) {
      const start = match.index;
      const hasPassed = words.bounds.since.test(text.slice(0, start));
      const span = readPhrase(match.groups ?? {}, words, at, hasPassed ? "past" : tense);
      const end = start + match[0].length;
      const { date, season, weekday, feast, decade, year, offset, trailing, rolling, ago } =
        match.groups ?? {};
      const isNoDay = !span && date !== undefined;
      const mayRecur = Boolean(season ?? weekday ?? feast) && !(year ?? offset ?? trailing);
      const isRelative = Boolean(offset ?? rolling ?? ago);
      // "What do I eat at Christmas?" asks of every one.
      if (!(span || isNoDay) || (feast && mayRecur && tense === "future")) continue;
      found.push({
        ...span,
        start,
        end,
        words,
        mayRecur,
        isDated: Boolean(year ?? decade),
        isRelative,
        isNoDay,
      });
    }
  }
  return found;
}

function findIsoDates(text: string): Named[] {
  return Array.from(text.matchAll(ISO_DATE), (match) => {
    const [whole, year, month, day] = match;
    const start = dayOfMonth(Number(year), Number(month) - 1, Number(day ?? 1));
    return {
      ...(start && toStretch({ unit: day === undefined ? "month" : "day", start })),
      start: match.index,
      end: match.index + whole.length,
      words: ENGLISH,
      mayRecur: false,
      isDated: true,
      isRelative: false,
      isNoDay: start === undefined,
    };
  });
}

function readPhrase(
  groups: Readonly<Record<string, string | undefined>>,
  words: TimeWords,
  at: Date,
  tense: Tense,
): TimeSpan | undefined {
  if (groups["rolling"] !== undefined) {
    return { from: countBack(groups, words, at), to: at };
  }
  const span = toSpan(groups, words.calendar, at, tense);
  return span && toStretch(span);
}

/** "The last few" are three. */
const FEW = 3;
const DAYS = { day: 1, week: 7, weekend: 7, month: 30, year: 365 } as const;

function countBack(
  { n, unit = "" }: Readonly<Record<string, string | undefined>>,
  { calendar }: TimeWords,
  at: Date,
): Date {
  const count = n === undefined ? FEW : (calendar.numbers[n.toLowerCase()] ?? Number(n));
  return addDays(at, -count * DAYS[calendar.units[unit.toLowerCase()] ?? "day"]);
}

function toStretch(span: Span): TimeSpan {
  return { from: span.start, to: endOf(span) };
}

/** Opens and joins the stretches by the words that stand before and between them. */
function bindSpans(text: string, named: readonly Named[]): TimeSpan[] {
  const spans: TimeSpan[] = [];
  let isJoined = false;
  for (const [index, { from, to, start, end, words }] of named.entries()) {
    const previous = named[index - 1];
    const next = named[index + 1];
    const before = text.slice(previous?.end ?? 0, start);
    if (isJoined) {
      spans.push({ ...spans.pop(), to });
      isJoined = false;
    } else if (next?.from && words.to.test(text.slice(end, next.start))) {
      spans.push({ from: from && lastBefore(next.from, from) });
      isJoined = true;
    } else if (words.bounds.from.test(before)) spans.push({ from });
    else if (words.bounds.until.test(before)) spans.push({ to });
    else if (words.bounds.before.test(before)) spans.push({ to: from });
    else if (words.bounds.after.test(before)) spans.push({ from: to });
    else spans.push({ from, to });
  }
  return spans;
}

/** A date, in the year that puts it before another: in "from November to May 2025" it is of 2024. */
function lastBefore(other: Date, date: Date): Date {
  const year = Math.min(date.getUTCFullYear(), other.getUTCFullYear());
  const inYear = new Date(Date.UTC(year, date.getUTCMonth(), date.getUTCDate()));
  return inYear <= other ? inYear : new Date(inYear.setUTCFullYear(year - 1));
}
