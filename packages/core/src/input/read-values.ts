import { InvalidInputError } from "../errors.ts";
import type { Json } from "../record.ts";
import type { Limits } from "../settings.ts";

/**
 * A text of somebody's own, without white space around it.
 *
 * @throws {InvalidInputError} when it is not a string, blank, or longer than `limit` characters.
 */
export function readText(text: unknown, parameter: string, limit: number): string {
  if (typeof text !== "string" || text.trim() === "") {
    throw new InvalidInputError(`${parameter} must be a string that is not blank.`, {
      parameter,
      value: text,
    });
  }
  if (text.length > limit) {
    throw new InvalidInputError(
      `${parameter} has ${text.length} characters, more than the limit of ${limit}.`,
      { parameter },
    );
  }
  return text.toWellFormed().trim();
}

/**
 * Metadata as plain JSON: a copy, so that later changes of the caller's object change nothing here.
 *
 * @throws {InvalidInputError} when JSON makes no object of it, holds it not at all, or it is too much.
 */
export function readMetadata(metadata: unknown, limits: Limits): Record<string, Json> {
  if (metadata === undefined) return {};
  const text = toJson(metadata);
  // By what JSON makes of it: of a Date that is a text.
  if (!text?.startsWith("{")) {
    throw new InvalidInputError('metadata must be an object, like { source: "form" }.', {
      parameter: "metadata",
      value: metadata,
    });
  }
  if (text.length > limits.metadata) {
    throw new InvalidInputError(
      `metadata has ${text.length} characters as JSON, more than the limit of ${limits.metadata}.`,
      { parameter: "metadata" },
    );
  }
  return JSON.parse(text) as Record<string, Json>;
}

/** `undefined` for what JSON leaves out: a function, or an object that says so itself. */
function toJson(metadata: unknown): string | undefined {
  try {
    return JSON.stringify(metadata);
  } catch (cause) {
    throw new InvalidInputError("metadata cannot be written as JSON.", {
      parameter: "metadata",
      cause,
    });
  }
}

/**
 * A text as it is given; `undefined` when it is absent.
 *
 * @throws {InvalidInputError} when it is not a string, or empty.
 */
export function readOptionalText(text: unknown, parameter: string): string | undefined {
  if (text === undefined) return undefined;
  if (typeof text !== "string" || text === "") {
    throw new InvalidInputError(`${parameter} must be a string that is not empty.`, {
      parameter,
      value: text,
    });
  }
  return text;
}

/**
 * One of `choices`; `undefined` when it is absent.
 *
 * @throws {InvalidInputError} when it is something else.
 */
export function readChoice<CHOICE extends string>(
  choice: unknown,
  parameter: string,
  choices: readonly CHOICE[],
): CHOICE | undefined {
  if (choice === undefined) return undefined;
  const found = choices.find((known) => known === choice);
  if (found === undefined) {
    throw new InvalidInputError(`${parameter} must be ${choices.join(" or ")}.`, {
      parameter,
      value: choice,
    });
  }
  return found;
}

/**
 * A boolean; `undefined` when it is absent.
 *
 * @throws {InvalidInputError} when it is something else.
 */
export function readBoolean(flag: unknown, parameter: string): boolean | undefined {
  if (flag === undefined || typeof flag === "boolean") return flag;
  throw new InvalidInputError(`${parameter} must be true or false.`, { parameter, value: flag });
}

/**
 * A date; `undefined` when it is absent.
 *
 * @throws {InvalidInputError} when it is no `Date`, or an invalid one.
 */
export function readDate(date: unknown, parameter: string): Date | undefined {
  if (date === undefined) return undefined;
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) {
    throw new InvalidInputError(`${parameter} must be a valid Date.`, { parameter, value: date });
  }
  return date;
}

/**
 * A whole number from `least` to 10,000; `otherwise` when it is absent.
 *
 * @throws {InvalidInputError} when it is something else.
 */
export function readCount(
  count: unknown,
  parameter: string,
  { least, otherwise }: { least: number; otherwise: number },
): number {
  if (count === undefined) return otherwise;
  if (!Number.isInteger(count) || Number(count) < least || Number(count) > 10_000) {
    throw new InvalidInputError(`${parameter} must be a whole number from ${least} to 10,000.`, {
      parameter,
      value: count,
    });
  }
  return Number(count);
}

/**
 * Ids, of which there may be none; `undefined` when they are absent.
 *
 * @throws {InvalidInputError} when they are no array, or one of them is no string or empty.
 */
export function readIds(ids: unknown, parameter: string): readonly string[] | undefined {
  if (ids === undefined) return undefined;
  if (Array.isArray(ids) && ids.every((id) => typeof id === "string" && id !== "")) return ids;
  throw new InvalidInputError(`${parameter} must be an array of non-empty strings.`, {
    parameter,
    value: ids,
  });
}
