import { InvalidInputError } from "../errors.ts";

/** A place in a list, as a text to be handed back: it means nothing to anybody else. */
export function toCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/**
 * The parts of a cursor; none without one.
 *
 * @throws {InvalidInputError} when it did not come from the list that it is given to.
 */
export function readCursor(cursor: unknown, length: number): string[] {
  if (cursor === undefined) return [];
  const parts = typeof cursor === "string" ? parseParts(cursor) : undefined;
  if (parts?.length !== length) {
    throw new InvalidInputError("cursor must be one that the same list gave.", {
      parameter: "cursor",
      value: cursor,
    });
  }
  return parts;
}

function parseParts(cursor: string): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const areTexts = Array.isArray(parts) && parts.every((part) => typeof part === "string");
    return areTexts ? parts : undefined;
  } catch {
    return undefined;
  }
}
