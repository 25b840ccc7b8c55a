/** A tool's arguments are four levels deep, and a model's longest answer has not so many values. */
const DEEPEST = 32;
const MOST_VALUES = 50_000;

/**
 * Whether an answer is no deeper and has no more values than a tool's arguments can: at most 32 levels
 * and 50,000 values. `JSON.stringify` and whatever else calls itself for each level overflow the stack
 * at some thousands (Node 24.19). Looks no further than that, so what contains itself is not.
 */
export function isWithinReason(answer: unknown): boolean {
  let values = 0;
  let level: unknown[] = [answer];
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length;
    if (depth > DEEPEST || values > MOST_VALUES) return false;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return true;
}
