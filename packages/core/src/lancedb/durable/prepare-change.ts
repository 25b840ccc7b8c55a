import type { KeyedRow } from "../../ports/durable-table.ts";
import { copyRows, type TableShape } from "../../rows/copy-row.ts";
import { toHalves } from "../rows/to-halves.ts";
import type { PlainRow } from "../rows/write-arrow.ts";

/** What one call wants to be changed. */
export interface Change {
  readonly type: "append" | "upsert";
  readonly rows: readonly ChangedRow[];
}

/** A row that is ready to be written. */
export interface ChangedRow {
  readonly key: string;
  readonly values: PlainRow;
  /** About what it takes on disk. */
  readonly bytes: number;
}

/**
 * A change, checked and encoded, so that nothing can go wrong with it later.
 *
 * @throws {StoreError} when a row is not what the table holds, or a key stands in it twice.
 */
export function prepareChange(
  type: Change["type"],
  rows: readonly KeyedRow[],
  shape: TableShape,
): Change {
  return { type, rows: copyRows(rows, shape).map((row) => prepareRow(row, shape)) };
}

function prepareRow(row: KeyedRow & { vector?: Float32Array }, shape: TableShape): ChangedRow {
  const { key, vector } = row;
  const bytes = Object.values(row).reduce((sum: number, value) => sum + sizeOf(value), 0);
  return { key, bytes, values: vector ? { ...row, vector: toHalves(vector, shape) } : { ...row } };
}

function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Array.isArray(value) ? value.join("").length : 8;
}
