import { compareValues } from "../rows/compare-values.ts";
import type { Operand, RowCondition } from "../rows/row-condition.ts";

/** Whether a row satisfies a condition. */
export function isMet(condition: RowCondition, row: object): boolean {
  if ("all" in condition) return condition.all.every((part) => isMet(part, row));
  if ("any" in condition) return condition.any.some((part) => isMet(part, row));

  const value = (row as Readonly<Record<string, Operand | readonly string[] | undefined>>)[
    condition.column
  ];
  if ("isAbsent" in condition) return (value === undefined) === condition.isAbsent;
  if (value === undefined) return false;
  if ("contains" in condition) {
    return (value as readonly string[]).includes(condition.contains.toWellFormed());
  }
  const order = (operand: Operand): number => compareValues(value as Operand, operand);
  if ("equals" in condition) return order(condition.equals) === 0;
  if ("notEquals" in condition) return order(condition.notEquals) !== 0;
  if ("startsWith" in condition) {
    return (value as string).startsWith(condition.startsWith.toWellFormed());
  }
  if ("isOneOf" in condition) return condition.isOneOf.some((operand) => order(operand) === 0);
  if ("isBelow" in condition) return order(condition.isBelow) < 0;
  if ("isAtMost" in condition) return order(condition.isAtMost) <= 0;
  if ("isAbove" in condition) return order(condition.isAbove) > 0;
  return condition satisfies never;
}
