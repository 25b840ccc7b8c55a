import { Buffer } from "node:buffer";
import type { StoredRow, Vector, VersionRow } from "../ports/stored-rows.ts";
import { fromScopeColumns } from "../scope.ts";
import { JSON_TEXTS, lineColumns, type LineRows, type LineType } from "./line-format.ts";

/** A row as a line, its line feed included. Times are ISO strings, vectors base64 of 32-bit floats, little-endian. */
export function encodeLine<TYPE extends LineType>(type: TYPE, row: LineRows[TYPE]): string {
  const values = row as unknown as Readonly<Record<string, unknown>>;
  const columns = lineColumns(type).map(([name]) => {
    const value = values[name];
    return [name, JSON_TEXTS.has(name) ? JSON.parse(value as string) : value];
  });
  const { vector } = row as StoredRow as VersionRow;
  const line = {
    type,
    ...fromScopeColumns(row),
    ...Object.fromEntries(columns),
    ...(vector && { vector: encodeVector(vector) }),
  };
  return `${JSON.stringify(line)}\n`;
}

function encodeVector(vector: Vector): string {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString("base64");
}
