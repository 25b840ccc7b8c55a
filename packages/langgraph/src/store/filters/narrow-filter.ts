import type { Condition } from "@palimpsest/core/tables";
import type { ItemRow } from "../item-row.ts";
import type { FieldTest } from "./read-filter.ts";

/**
 * Longer entries are not kept: they would be the value once more, and every filter reads them all.
 * Without texts of 100 letters a filter took 9 ms instead of 19 at 20,000 rows (0.39.0).
 */
const LONGEST_ENTRY = 64;

/** Of values in one `$in`: each is a look into the list of every row. */
const MOST_VALUES = 50;

/**
 * What filters look for among a value's top-level fields: `"field":value` for each that is no object
 * or list, and not too long.
 */
export function toFieldEntries(value: object): string[] {
  return Object.entries(value).flatMap(([field, one]) => toEntry(field, one) ?? []);
}

/** What the table may look for in the place of a filter. */
export interface NarrowedFilter {
  /** Met by every row whose value passes the tests. */
  readonly conditions: readonly Condition<ItemRow>[];
  /** Whether only such rows meet them, so that no value has to be looked at. */
  readonly isExact: boolean;
}

/** The tests that the table can make itself: whether a field equals a value, or one of several. */
export function narrowFilter(tests: readonly FieldTest[]): NarrowedFilter {
  const conditions = tests.map(toCondition).filter((condition) => condition !== undefined);
  return { conditions, isExact: conditions.length === tests.length };
}

function toCondition({ field, operator, operand }: FieldTest): Condition<ItemRow> | undefined {
  if (operator !== "$eq" && operator !== "$in") return undefined;
  const operands: unknown = operator === "$eq" ? [operand] : operand;
  if (!Array.isArray(operands) || operands.length > MOST_VALUES) return undefined;
  const entries = operands.map((one) => toEntry(field, one));
  if (entries.includes(undefined)) return undefined;
  const found = entries.filter((entry) => entry !== undefined);
  return { any: found.map((entry) => ({ column: "fields", contains: entry })) };
}

function toEntry(field: string, value: unknown): string | undefined {
  // Of NaN and infinities JSON makes null, which they are not equal to.
  const isKept =
    value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
  const entry = isKept ? `${JSON.stringify(field)}:${JSON.stringify(value)}` : undefined;
  return entry !== undefined && entry.length <= LONGEST_ENTRY ? entry : undefined;
}
