import { UsageError } from "./bench-error.ts";

const UNITS = { "": 1, k: 1_000, m: 1_000_000 };

/**
 * The whole number above 0 that an option was given, like `500`, `10k` or `1M`.
 *
 * @throws {UsageError} for anything else.
 */
export function parseCount(option: string, text: string, usage: string): number {
  const [, digits, unit = ""] = /^(\d+)([kM]?)$/.exec(text) ?? [];
  const count = Number(digits) * UNITS[unit.toLowerCase() as keyof typeof UNITS];
  if (count > 0) return count;
  throw new UsageError(`${option} must be a whole number above 0, not "${text}".`, usage);
}
