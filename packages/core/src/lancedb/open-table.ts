import type { Connection, Table } from "@lancedb/lancedb";
import { StoreError } from "../errors.ts";
import type { EmbeddingSpace, TableName } from "../ports/memory-store.ts";
import { TABLES } from "../ports/tables.ts";
import { toArrowSchema } from "./schema/arrow-schema.ts";
import { findColumn, toStoredColumns, WHOLE, WRITES } from "./schema/columns.ts";
import type { Engine } from "./load-engine.ts";
import { migrateTable, SCHEMA_VERSION } from "./schema/migrate-table.ts";
import { readTableState, toStateMetadata } from "./spaces/table-state.ts";
import type { TableHandle } from "./table-handle.ts";
import type { Turns } from "./turns/take-turns.ts";
import { toTableNames } from "./table-names.ts";

const EMBEDDER_KEY = "palimpsest.embedder";
const DIMENSIONS_KEY = "palimpsest.dimensions";

/** The column of a table that holds its keys. */
export function keyNameOf(name: TableName): string {
  return findColumn(toStoredColumns(TABLES[name]), "key").name;
}

/** How the tables of a place are opened. */
export interface Opening {
  /**
   * Opens a table whose folder is there, by the way given, and does more about it if need be.
   * `undefined` when it was never completely created.
   */
  readonly open: (name: string, open: () => Promise<Table>) => Promise<Table | undefined>;
  readonly turns: Turns;
}

/**
 * An existing table, in the layout of this version.
 *
 * @throws {StoreError} when it is not ours, or was written by a newer version. Nothing was changed.
 */
export async function openTable(
  engine: Engine,
  connection: Connection,
  { table: tableName, name }: { readonly table: string; readonly name: TableName },
  { open, turns }: Opening,
): Promise<Table | undefined> {
  const table = await open(tableName, () => connection.openTable(tableName));
  if (table === undefined) return undefined;
  const keyName = keyNameOf(name);
  const { version } = await readTableState(table, keyName);
  if (version === 0 || version > SCHEMA_VERSION) {
    throw new StoreError(
      version === 0
        ? `The table "${tableName}" was not written by this package. Choose another uri.`
        : `The table "${tableName}" was written by a newer version of this package (schema ${version}, known up to ${SCHEMA_VERSION}). Update @palimpsest/core.`,
      { operation: "open the store" },
    );
  }
  if (version < SCHEMA_VERSION) {
    await turns.run("open the store", () => migrateTable({ engine, table, name, keyName }));
  }
  return table;
}

/** A table of ours, created when `opened` is not there. */
export async function toHandle(
  engine: Engine,
  connection: Connection,
  space: EmbeddingSpace,
  name: TableName,
  { opened, isBuilding = false }: { opened: Table | undefined; isBuilding?: boolean },
): Promise<TableHandle> {
  const columns = [...toStoredColumns(TABLES[name]), WRITES, WHOLE];
  const state = toStateMetadata({ version: SCHEMA_VERSION, isBuilding });
  const schema = toArrowSchema(engine, columns, space.dimensions, {
    ofKey: state,
    ofTable: name === "memories" ? toSpaceMetadata(space) : [],
  });
  const table =
    opened ??
    (await connection.createEmptyTable(toTableNames(space)[name], schema, { existOk: true }));
  return {
    engine,
    table,
    shape: { name, columns: TABLES[name], dimensions: space.dimensions },
    columns,
    schema,
    keyName: keyNameOf(name),
  };
}

function toSpaceMetadata({ embedder, dimensions }: EmbeddingSpace): [string, string][] {
  return [
    [EMBEDDER_KEY, embedder],
    [DIMENSIONS_KEY, String(dimensions)],
  ];
}

/** The embedding space of a table of memories. */
export async function readSpace(table: Table): Promise<EmbeddingSpace> {
  const { metadata } = await table.schema();
  return {
    embedder: metadata.get(EMBEDDER_KEY) ?? "",
    dimensions: Number(metadata.get(DIMENSIONS_KEY)),
  };
}
