import type { Table } from "@lancedb/lancedb";
import type { Schema } from "apache-arrow";
import type { TableShape } from "../rows/copy-row.ts";
import { type StoredColumn, WRITES } from "./columns.ts";
import type { Engine } from "./load-engine.ts";

/** An open table of LanceDB. A store has one per table: two could see different versions. */
export interface TableHandle {
  readonly engine: Engine;
  readonly table: Table;
  readonly shape: TableShape;
  /** Every column, in the order of the schema. */
  readonly columns: readonly StoredColumn[];
  readonly schema: Schema;
  /** The name of the column that holds the keys. */
  readonly keyName: string;
}

/** The columns that rows of the port come from; most of a row is its vector. */
export function rowColumns({ columns }: TableHandle, withVector: boolean): StoredColumn[] {
  return columns.filter((column) => column !== WRITES && (withVector || column.type !== "vector"));
}
