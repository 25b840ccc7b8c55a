import type { Table } from "@lancedb/lancedb";
import type { Schema } from "apache-arrow";
import type { TableShape } from "../rows/copy-row.ts";
import { type StoredColumn, WHOLE, WRITES } from "./schema/columns.ts";
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

/** The columns of the port, which conditions and orders are about. */
export function portColumns({ columns }: TableHandle): StoredColumn[] {
  return columns.filter((column) => column !== WRITES && column !== WHOLE);
}
