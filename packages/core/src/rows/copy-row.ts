import { StoreError } from "../errors.ts";
import type { Vector } from "../ports/stored-rows.ts";
import type { Column } from "../ports/tables.ts";
import { copyVector } from "./copy-vector.ts";

/** A table as a store of one embedding space keeps it. */
export interface TableShape {
  readonly name: string;
  /** By the property of the row that they hold. */
  readonly columns: Readonly<Record<string, Column>>;
  /** The length of its vectors. */
  readonly dimensions: number;
}

/**
 * The rows of one write, each copied, of different keys.
 *
 * @throws {StoreError} when a row is not what the table holds, or two have one key.
 */
export function copyRows<ROW extends { key: string }>(
  rows: readonly ROW[],
  shape: TableShape,
): ROW[] {
  const keys = new Set<string>();
  return rows.map((row) => {
    const copy = copyRow(row, shape);
    if (keys.has(copy.key)) {
      throw new StoreError(`${shape.name}: two rows of one write have the key "${copy.key}".`, {
        operation: `write ${shape.name}`,
      });
    }
    keys.add(copy.key);
    return copy;
  });
}

/**
 * The row as a store may keep it: complete, of the right types, and sharing nothing with the caller.
 *
 * Lone surrogates become U+FFFD and metadata what JSON makes of it; everything else stays exact.
 *
 * @throws {StoreError} when a value is missing or of the wrong type, or a vector has no direction.
 */
function copyRow<ROW extends { key: string }>(row: ROW, shape: TableShape): ROW {
  const given = row as unknown as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const [property, column] of Object.entries(shape.columns)) {
    const value = given[property] ?? undefined;
    if (value === undefined && column.optional === true) continue;
    const kept = copyValue(value, column, shape);
    if (kept === undefined) {
      throw new StoreError(
        `${shape.name}: "${property}" of the row "${row.key}" must be ${EXPECTED[column.type]}.`,
        { operation: `write ${shape.name}` },
      );
    }
    copy[property] = kept;
  }
  return copy as unknown as ROW;
}

const EXPECTED = {
  text: "a string",
  integer: "an integer of 32 bits",
  boolean: "a boolean",
  time: "a valid Date",
  texts: "an array of strings",
  json: "a JSON object",
  bytes: "a Uint8Array",
  vector: "an array of numbers",
} satisfies Record<Column["type"], string>;

/** `undefined` when `value` is not what the column holds. */
function copyValue(value: unknown, column: Column, shape: TableShape): unknown {
  switch (column.type) {
    case "text":
      return typeof value === "string" ? value.toWellFormed() : undefined;
    case "integer":
      return typeof value === "number" && value === (value | 0) ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "time":
      return value instanceof Date && !Number.isNaN(value.getTime()) ? new Date(value) : undefined;
    case "texts":
      return Array.isArray(value) && value.every((text) => typeof text === "string")
        ? value.map((text) => text.toWellFormed())
        : undefined;
    case "json":
      return typeof value === "object" ? JSON.parse(JSON.stringify(value)) : undefined;
    case "bytes":
      return value instanceof Uint8Array ? value.slice() : undefined;
    case "vector":
      return Array.isArray(value) || ArrayBuffer.isView(value)
        ? copyVector(value as Vector, shape.dimensions, `write ${shape.name}`)
        : undefined;
    default:
      return column.type satisfies never;
  }
}
