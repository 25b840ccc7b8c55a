import { ANSWER_WORDS, type AnswerWords } from "./answer-words.ts";

/** Whether a text tells something of the kind that is asked for. */
export type TellsAnswer = (text: string) => boolean;

/** A word with a capital within a sentence, also the first one of a title in quotes. */
const NAME = /(?<=[\p{Ll}\p{M}\p{N},]\s["'“”„«‘’]?)\p{Lu}[\p{Ll}\p{M}]/u;
const YEAR = /(?<!\p{N})(?:19|20)\p{Nd}{2}(?!\p{N})/u;
const DIGIT = /\p{Nd}/u;

// Case tells the month of May from what may be.
const MONTH = oneOf(
  ANSWER_WORDS.flatMap(({ calendar }) => calendar.monthNames),
  "u",
);
const CALENDAR = oneOf(ANSWER_WORDS.flatMap(datesOf), "iu");
const NUMBER = oneOf(ANSWER_WORDS.flatMap(countsOf), "iu");

/**
 * Reads what a question asks for: "when" for a time, "how many" for a number, "which book" for a name.
 * Nothing tells the answer of a question that asks for something else, or is of another language
 * than English, German and Spanish.
 */
export function readTellsAnswer(question: string): TellsAnswer {
  const text = question.trim();
  if (ANSWER_WORDS.some(({ asksForTime }) => asksForTime.test(text))) return tellsTime;
  if (ANSWER_WORDS.some(({ asksForNumber }) => asksForNumber.test(text))) return tellsNumber;
  if (ANSWER_WORDS.some((words) => asksForName(words, text))) return tellsName;
  return tellsNothing;
}

/** Not in one expression: it would look from each "what" to the end of the text. */
function asksForName({ asksForName: asked }: AnswerWords, text: string): boolean {
  const start = asked ? text.search(asked.which) : -1;
  return start >= 0 && asked?.sort.test(text.slice(start)) === true;
}

function tellsTime(text: string): boolean {
  return (
    YEAR.test(text) ||
    MONTH.test(text) ||
    CALENDAR.test(text) ||
    ANSWER_WORDS.some(({ ago }) => ago.test(text))
  );
}

function tellsNumber(text: string): boolean {
  return DIGIT.test(text) || NUMBER.test(text);
}

function tellsName(text: string): boolean {
  return NAME.test(text);
}

function tellsNothing(): boolean {
  return false;
}

/** "Yesterday", "Tuesday", "last year", "el año pasado", as expressions. */
function datesOf({ calendar }: AnswerWords): string[] {
  const { days, weekdays, offsets, trailingOffsets = {}, units, seasons } = calendar;
  const spans = anyOf({ ...units, ...seasons, ...weekdays });
  return [
    anyOf(days),
    anyOf(weekdays),
    String.raw`(?:${anyOf(offsets)})\s+(?:${spans})`,
    ...(Object.keys(trailingOffsets).length > 0
      ? [String.raw`(?:${spans})\s+(?:${anyOf(trailingOffsets)})`]
      : []),
  ];
}

/** Numbers in words, but for those that stand for "a". */
function countsOf({ calendar }: AnswerWords): string[] {
  return Object.entries(calendar.numbers).flatMap(([word, value]) => (value > 1 ? [word] : []));
}

function anyOf(words: Readonly<Record<string, unknown>>): string {
  return Object.keys(words).join("|");
}

function oneOf(expressions: readonly string[], flags: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${expressions.join("|")})(?![\p{L}\p{N}])`,
    flags,
  );
}
