import { InvalidInputError } from "../errors.ts";
import { parseScope, type Scope } from "../scope.ts";

/**
 * The scope in an object, with nothing else in it.
 *
 * Core takes an id of blanks for an id like any other. Here ids come from sessions and headers, where
 * one of blanks stands for nobody, and would be a memory that strangers share.
 *
 * @throws {InvalidInputError} when there is no id, or one is blank or no string.
 */
export function readScope(ids: unknown): Scope {
  const scope = parseScope(ids);
  const blank = Object.entries(scope).find(([, id]) => id?.trim() === "");
  if (!blank) return scope;
  const [parameter, value] = blank;
  throw new InvalidInputError(`${parameter} must not be blank.`, { parameter, value });
}
