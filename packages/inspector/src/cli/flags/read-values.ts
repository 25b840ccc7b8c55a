import { UsageError } from "../usage-error.ts";

/** A day, or a day and a time, with a zone or in that of the machine. */
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The moment that a flag names: a day is its beginning in UTC.
 *
 * @throws {UsageError} when there is no such day or time.
 */
export function readDate(text: string | undefined, flag: string): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (ISO.test(text) && isOnCalendar(text.slice(0, 10)) && !Number.isNaN(date.getTime())) {
    return date;
  }
  throw new UsageError(
    `${flag} takes a date like 2026-03-01 or a time like 2026-03-01T18:30Z, not "${text}".`,
  );
}

// JavaScript takes the 30th of February for the 2nd of March (V8 of Node 24).
function isOnCalendar(day: string): boolean {
  const date = new Date(day);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** @throws {UsageError} when it is no whole number from `least` to `most`. */
export function readWhole(
  text: string | undefined,
  flag: string,
  { least = 1, most = 10_000 }: { least?: number; most?: number } = {},
): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(`${flag} takes a whole number from ${least} to ${most}, not "${text}".`);
}

/** @throws {UsageError} when it is no number from 0 to 1. */
export function readShare(text: string | undefined, flag: string): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== "" && number >= 0 && number <= 1) return number;
  throw new UsageError(`${flag} takes a number from 0 to 1, not "${text}".`);
}

/** @throws {UsageError} when one of the texts is no such word. */
export function readWords<WORD extends string>(
  texts: readonly string[] | undefined,
  flag: string,
  known: readonly WORD[],
): WORD[] | undefined {
  return texts
    ?.flatMap((text) => text.split(","))
    .map((text) => {
      const word = known.find((one) => one === text);
      if (word !== undefined) return word;
      throw new UsageError(`${flag} takes ${known.join(" or ")}, not "${text}".`);
    });
}
