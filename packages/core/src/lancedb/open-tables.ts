import type { Connection } from "@lancedb/lancedb";
import { StoreError } from "../errors.ts";
import type { EmbeddingSpace, TableName } from "../ports/memory-store.ts";
import { createIndexes } from "./maintenance/create-indexes.ts";
import { listTables } from "./list-tables.ts";
import type { Engine } from "./load-engine.ts";
import { openTable, type Opening, toHandle } from "./open-table.ts";
import { findMemories } from "./spaces/find-memories.ts";
import type { TableHandle } from "./table-handle.ts";
import { toTableNames } from "./table-names.ts";

/**
 * The four tables of an embedding space, created where they are missing and that is allowed.
 *
 * @throws {StoreError} when they are missing and may not be created, or the place belongs to another
 * embedding space or to a newer version of this package. Nothing was created then.
 */
export async function openTables(
  engine: Engine,
  connection: Connection,
  space: EmbeddingSpace,
  opening: Opening & { readonly mayCreate: boolean },
): Promise<Record<TableName, TableHandle>> {
  const present = await listTables(connection);
  const opened = {
    memories: await findMemories(engine, connection, present, space, opening),
    episodes: await openIfPresent("episodes"),
    sessions: await openIfPresent("sessions"),
    decisions: await openIfPresent("decisions"),
  };
  if (!opening.mayCreate && Object.values(opened).includes(undefined)) {
    throw new StoreError(
      "There is no store at this place yet. Call setup() once, from one process: two that create one in a bucket at the same time lose data.",
      { operation: "open the store" },
    );
  }
  const open = (name: TableName) =>
    toHandle(engine, connection, space, name, { opened: opened[name] });
  const handles = {
    memories: await open("memories"),
    episodes: await open("episodes"),
    sessions: await open("sessions"),
    decisions: await open("decisions"),
  };
  // Another space may have been created here since we looked.
  if (!opened.memories) {
    await findMemories(engine, connection, await listTables(connection), space, opening);
  }
  for (const handle of Object.values(handles)) await createIndexes(handle);
  return handles;

  async function openIfPresent(name: Exclude<TableName, "memories">) {
    const table = toTableNames(space)[name];
    return present.includes(table)
      ? openTable(engine, connection, { table, name }, opening)
      : undefined;
  }
}
