import { randomInt } from "node:crypto";

const DIGITS = 32;
const MOST = 10 ** 8;

/**
 * The version of a channel that follows `current`: one more, and 16 digits at random, as in Python.
 *
 * Versions that only count are the same in two branches of one checkpoint, and a blob is found by its
 * version: there one branch would read the other's values.
 */
export function nextVersion(current: string | number | undefined): string {
  const count = Number.parseInt(String(current ?? 0), 10);
  const random = [randomInt(MOST), randomInt(MOST)].map((part) => String(part).padStart(8, "0"));
  return `${String(count + 1).padStart(DIGITS, "0")}.${random.join("")}`;
}
