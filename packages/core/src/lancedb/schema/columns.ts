import { StoreError } from "../../errors.ts";
import type { Column, ColumnType } from "../../ports/tables.ts";

/** A column of a table in LanceDB. */
export interface StoredColumn {
  /** The property of the row that it holds. */
  readonly property: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly optional: boolean;
  readonly indexed: "many" | "few" | "no";
}

/**
 * Names the writes that made a row what it is, the newest last: by them a call that is made again
 * knows its own rows. The port does not see it.
 */
export const WRITES: StoredColumn = {
  property: "writes",
  name: "writes",
  type: "texts",
  optional: false,
  indexed: "no",
};

/**
 * The row as JSON, all but its vector: what rows are read from. The other columns are there to be
 * searched by; of a memory's 45, each that is read costs a look-up of its own, and a search takes
 * 24 ms instead of 9 (0.39.0). The port does not see it.
 */
export const WHOLE: StoredColumn = {
  property: "whole",
  name: "whole",
  type: "text",
  optional: false,
  indexed: "no",
};

/** The columns of a table, in the order of its definition, without those of the store's own. */
export function toStoredColumns(columns: Readonly<Record<string, Column>>): StoredColumn[] {
  return Object.entries(columns).map(([property, column]) => ({
    property,
    name: column.name ?? toSnakeCase(property),
    type: column.type,
    optional: column.optional ?? false,
    indexed: column.indexed ?? "no",
  }));
}

/** The column of a property. */
export function findColumn(columns: readonly StoredColumn[], property: string): StoredColumn {
  const column = columns.find((one) => one.property === property);
  if (column) return column;
  throw new StoreError(`There is no column for "${property}".`, { operation: "read a query" });
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
