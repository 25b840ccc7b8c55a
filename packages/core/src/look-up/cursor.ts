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
  if (parts?.length !== length) throw foreignCursor(cursor);
  return parts;
}

/** A cursor of a list by time: behind which time, and there behind which key. */
export function readTimeCursor(cursor: unknown): { time: Date; key: string } | undefined {
  const [at, key] = readCursor(cursor, 2);
  if (at === undefined || key === undefined) return undefined;
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) throw foreignCursor(cursor);
  return { time, key };
}

function foreignCursor(cursor: unknown): InvalidInputError {
  return new InvalidInputError("cursor must be one that the same list gave.", {
    parameter: "cursor",
    value: cursor,
  });
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
