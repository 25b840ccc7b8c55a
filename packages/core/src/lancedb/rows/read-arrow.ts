import { Buffer } from "node:buffer";
import type { Binary, Data, Float16, RecordBatch, Table, Utf8, Vector } from "apache-arrow";
import type { StoredColumn } from "../schema/columns.ts";
import { fromFloat16 } from "./float16.ts";

/** The rows of a query's answer, by property. A null is an absent property. */
export function fromArrowTable<ROW>(table: Table, columns: readonly StoredColumn[]): ROW[] {
  return table.batches.flatMap((batch) => fromArrowBatch<ROW>(batch, columns));
}

/** The rows of a part of an answer, as `fromArrowTable` gives those of all of it. */
export function fromArrowBatch<ROW>(batch: RecordBatch, columns: readonly StoredColumn[]): ROW[] {
  const rows = Array.from({ length: batch.numRows }, (): Record<string, unknown> => ({}));
  for (const column of columns) {
    const vector = batch.getChild(column.name);
    for (const [index, row] of rows.entries()) {
      if (vector?.isValid(index)) row[column.property] = readValue(column, vector, index);
    }
  }
  return rows as ROW[];
}

function readValue(column: StoredColumn, vector: Vector, index: number): unknown {
  switch (column.type) {
    case "text":
      return readText(vector, index);
    case "json":
      return JSON.parse(readText(vector, index));
    case "bytes":
      return readBytes(vector, index).slice();
    case "integer":
    case "boolean":
      return vector.get(index);
    case "time":
      return new Date(Number(vector.get(index)));
    case "texts": {
      const list = vector.get(index) as Vector<Utf8>;
      return Array.from({ length: list.length }, (_, item) => readText(list, item));
    }
    case "vector": {
      const [data] = (vector.get(index) as Vector<Float16>).data as [Data<Float16>];
      return Float32Array.from(data.values, fromFloat16);
    }
    default:
      return column.type satisfies never;
  }
}

// Not `vector.get`: the decoder of apache-arrow (18.1.0) takes a leading U+FEFF for a byte order
// mark and drops it.
function readText(vector: Vector, index: number): string {
  const { buffer, byteOffset, byteLength } = readBytes(vector, index);
  return Buffer.from(buffer, byteOffset, byteLength).toString();
}

/** A view of the answer's own memory. */
function readBytes(vector: Vector, index: number): Uint8Array {
  const [{ values, valueOffsets }] = vector.data as [Data<Utf8 | Binary>];
  return values.subarray(valueOffsets[index], valueOffsets[index + 1]);
}
