import type { FieldTest } from "./read-filter.ts";

/** Whether a value passes all tests. */
export function isMatch(value: object, tests: readonly FieldTest[]): boolean {
  return tests.every(({ field, operator, operand }) => {
    const present: unknown = Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined;
    switch (operator) {
      case "$eq":
        return isEqual(present, operand);
      case "$ne":
        return !isEqual(present, operand);
      case "$gt":
        return compare(present, operand) > 0;
      case "$gte":
        return compare(present, operand) >= 0;
      case "$lt":
        return compare(present, operand) < 0;
      case "$lte":
        return compare(present, operand) <= 0;
      case "$in":
        return isAmong(present, operand);
      case "$nin":
        return !isAmong(present, operand);
      default:
        return operator satisfies never;
    }
  });
}

/** What is no list has nothing among it. */
function isAmong(value: unknown, list: unknown): boolean {
  return Array.isArray(list) && list.some((one) => isEqual(value, one));
}

/** Objects and lists by what they hold, whatever the order of their keys; everything else strictly. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

/**
 * Two texts as texts, such as dates of ISO 8601; all else as numbers. NaN, which is neither above
 * nor below nor equal, when one of them is none.
 */
function compare(value: unknown, operand: unknown): number {
  const areTexts = typeof value === "string" && typeof operand === "string";
  const [left, right] = areTexts ? [value, operand] : [toNumber(value), toNumber(operand)];
  // Not their difference: that of two infinities is no number.
  if (left === right) return 0;
  if (left < right) return -1;
  return left > right ? 1 : Number.NaN;
}

function toNumber(value: unknown): number {
  // An object may have fields of its own that conversions would call.
  const isNone = (typeof value === "object" && value !== null) || typeof value === "symbol";
  return isNone ? Number.NaN : Number(value);
}
