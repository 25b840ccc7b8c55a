import { StoreError } from "../../errors.ts";
import type { Operand, RowCondition, RowTest } from "../../rows/row-condition.ts";
import { findColumn, type StoredColumn } from "../schema/columns.ts";

/** The parser of LanceDB fails at about 50 nested parentheses (0.39.0). */
const MAX_DEPTH = 40;

/**
 * The condition as a predicate of LanceDB's SQL.
 *
 * The only place where SQL comes from: names are those of `columns`, and everything that a caller
 * gave becomes a literal.
 *
 * @throws {StoreError} when a column is unknown, a value does not fit it, or the nesting is too deep.
 */
export function compileFilter(condition: RowCondition, columns: readonly StoredColumn[]): string {
  return compile(condition, 0);

  function compile(part: RowCondition, depth: number): string {
    if (depth > MAX_DEPTH) throw badFilter(`is nested more than ${MAX_DEPTH} levels deep`);
    const nested = (parts: readonly RowCondition[]) =>
      parts.map((inner) => `(${compile(inner, depth + 1)})`);
    if ("all" in part) return part.all.length === 0 ? "TRUE" : nested(part.all).join(" AND ");
    if ("any" in part) return part.any.length === 0 ? "FALSE" : nested(part.any).join(" OR ");
    return compileTest(part);
  }

  function compileTest(test: RowTest): string {
    const column = findColumn(columns, test.column);
    const { name } = column;
    const literal = (operand: Operand) => toLiteral(operand, column);
    if ("isAbsent" in test) return test.isAbsent ? `${name} IS NULL` : `${name} IS NOT NULL`;
    if ("contains" in test) return `array_has(${name}, ${literal(test.contains)})`;
    if ("equals" in test) return `${name} = ${literal(test.equals)}`;
    if ("notEquals" in test) return `${name} <> ${literal(test.notEquals)}`;
    if ("isBelow" in test) return `${name} < ${literal(test.isBelow)}`;
    if ("isAtMost" in test) return `${name} <= ${literal(test.isAtMost)}`;
    if ("isAbove" in test) return `${name} > ${literal(test.isAbove)}`;
    if ("startsWith" in test) {
      const end = afterPrefix(test.startsWith);
      // A range, which an index answers.
      const from = `${name} >= ${literal(test.startsWith)}`;
      return end === undefined ? from : `${from} AND ${name} < ${literal(end)}`;
    }
    if ("isOneOf" in test) {
      if (test.isOneOf.length === 0) return "FALSE";
      return `${name} IN (${test.isOneOf.map(literal).join(", ")})`;
    }
    return test satisfies never;
  }
}

/** The first text after all that begin with `prefix`; `undefined` when nothing comes after them. */
function afterPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix.toWellFormed(), (letter) => letter.codePointAt(0) ?? 0);
  while (points.at(-1) === LAST_CODE_POINT) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  return String.fromCodePoint(...points, last === LAST_BEFORE_SURROGATES ? 0xe000 : last + 1);
}

const LAST_CODE_POINT = 0x10ffff;
const LAST_BEFORE_SURROGATES = 0xd7ff;

/**
 * A value as SQL, for a column.
 *
 * @throws {StoreError} when it is not what the column holds.
 */
export function toLiteral(operand: Operand, column: StoredColumn): string {
  switch (column.type) {
    case "text":
    case "texts":
      // Only quotes are special: LanceDB knows no escapes by backslash.
      if (typeof operand === "string") return `'${operand.toWellFormed().replaceAll("'", "''")}'`;
      break;
    case "integer":
      if (typeof operand === "number" && Number.isFinite(operand)) {
        // LanceDB (0.39.0) takes no literal that the column itself could not hold.
        return operand === (operand | 0) ? String(operand) : `arrow_cast(${operand}, 'Float64')`;
      }
      break;
    case "boolean":
      if (typeof operand === "boolean") return operand ? "TRUE" : "FALSE";
      break;
    case "time":
      if (operand instanceof Date && !Number.isNaN(operand.getTime())) {
        // to_timestamp_millis fails beyond the year 262,142 (0.39.0).
        return `arrow_cast(${operand.getTime()}, 'Timestamp(Millisecond, Some("UTC"))')`;
      }
      break;
    case "json":
    case "bytes":
    case "vector":
      break;
    default:
      column.type satisfies never;
  }
  throw badFilter(`compares "${column.property}" with a value of another type`);
}

function badFilter(problem: string): StoreError {
  return new StoreError(`The condition ${problem}.`, { operation: "read a query" });
}
