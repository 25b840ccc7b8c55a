import type { Connection, Table } from "@lancedb/lancedb";
import { StoreError } from "../errors.ts";
import { type EmbeddingSpace, type TableName } from "../ports/memory-store.ts";
import { TABLES } from "../ports/tables.ts";
import { toArrowSchema } from "./arrow-schema.ts";
import { findColumn, type StoredColumn, toStoredColumns, WHOLE, WRITES } from "./columns.ts";
import { createIndexes } from "./create-indexes.ts";
import type { Engine } from "./load-engine.ts";
import type { TableHandle } from "./table-handle.ts";
import { MEMORIES_PREFIX, toTableNames } from "./table-names.ts";

/** Rises with each change that an older version of this package could not read. */
const SCHEMA_VERSION = 2;
const SCHEMA_KEY = "palimpsest.schema";
const EMBEDDER_KEY = "palimpsest.embedder";
const DIMENSIONS_KEY = "palimpsest.dimensions";

/**
 * The four tables of an embedding space, created where they are missing.
 *
 * @throws {StoreError} when the place belongs to another embedding space or to a newer version of
 * this package. Nothing was created then.
 */
export async function openTables(
  engine: Engine,
  connection: Connection,
  space: EmbeddingSpace,
): Promise<Record<TableName, TableHandle>> {
  const names = toTableNames(space);
  const present = await listTables(connection);
  await refuseOtherSpaces(present);
  const opened = new Map<string, Table>();
  for (const name of Object.values(names)) {
    if (present.includes(name)) opened.set(name, await openTable(connection, name));
  }
  const handles = {
    memories: await openOrCreate("memories"),
    episodes: await openOrCreate("episodes"),
    sessions: await openOrCreate("sessions"),
    decisions: await openOrCreate("decisions"),
  };
  // Another space may have been created here since we looked.
  if (!opened.has(names.memories)) await refuseOtherSpaces(await listTables(connection));
  for (const handle of Object.values(handles)) await createIndexes(handle);
  return handles;

  async function refuseOtherSpaces(tables: readonly string[]): Promise<void> {
    const other = tables.find(
      (name) => name.startsWith(MEMORIES_PREFIX) && name !== names.memories,
    );
    if (other === undefined) return;
    const { metadata } = await (await openTable(connection, other)).schema();
    throw new StoreError(
      `This place holds memories of the embedding model "${metadata.get(EMBEDDER_KEY)}" (${metadata.get(DIMENSIONS_KEY)} dimensions), and was opened with "${space.embedder}" (${space.dimensions}). Open it with the embedder that it was written with, or choose another uri.`,
      { operation: "open the store" },
    );
  }

  async function openOrCreate(name: TableName): Promise<TableHandle> {
    const existing = opened.get(names[name]);
    const own = existing && !(await hasColumn(existing, WHOLE)) ? [WRITES] : [WRITES, WHOLE];
    const columns = [...toStoredColumns(TABLES[name]), ...own];
    const metadata = new Map([[SCHEMA_KEY, String(SCHEMA_VERSION)]]);
    if (name === "memories") {
      metadata.set(EMBEDDER_KEY, space.embedder).set(DIMENSIONS_KEY, String(space.dimensions));
    }
    const schema = toArrowSchema(engine, columns, space.dimensions, metadata);
    const table =
      existing ?? (await connection.createEmptyTable(names[name], schema, { existOk: true }));
    return {
      engine,
      table,
      shape: { name, columns: TABLES[name], dimensions: space.dimensions },
      columns,
      schema,
      keyName: findColumn(columns, "key").name,
    };
  }
}

async function hasColumn(table: Table, { name }: StoredColumn): Promise<boolean> {
  return (await table.schema()).fields.some((field) => field.name === name);
}

async function listTables(connection: Connection): Promise<string[]> {
  const names: string[] = [];
  let pageToken: string | undefined;
  do {
    const page = await connection.listTables(pageToken === undefined ? {} : { pageToken });
    names.push(...page.tables);
    pageToken = page.pageToken;
  } while (pageToken);
  return names;
}

/** An existing table, if it is one that this version can read. */
async function openTable(connection: Connection, name: string): Promise<Table> {
  const table = await connection.openTable(name);
  const version = Number((await table.schema()).metadata.get(SCHEMA_KEY));
  if (version <= SCHEMA_VERSION) return table;
  throw new StoreError(
    version > SCHEMA_VERSION
      ? `The table "${name}" was written by a newer version of this package (schema ${version}, known up to ${SCHEMA_VERSION}). Update @palimpsest/core.`
      : `The table "${name}" was not written by this package. Choose another uri.`,
    { operation: "open the store" },
  );
}
