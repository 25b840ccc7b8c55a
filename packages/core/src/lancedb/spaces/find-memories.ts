import type { Connection, Table } from "@lancedb/lancedb";
import { StoreError } from "../../errors.ts";
import type { EmbeddingSpace } from "../../ports/memory-store.ts";
import { listTables } from "../list-tables.ts";
import type { Engine } from "../load-engine.ts";
import { keyNameOf, openTable, type Opening, readSpace } from "../open-table.ts";
import { MEMORIES_PREFIX, toTableNames } from "../table-names.ts";
import { isFenced, unfence } from "./fence.ts";
import { readTableState } from "./table-state.ts";

/**
 * The table that holds the memories, `undefined` where there are none yet.
 *
 * There are several while memories move to another embedding space, or after a move that was killed:
 * one that is being built is nobody's truth; of two others the move is over, and the one that nobody
 * can write to any more is dropped. One alone that nobody can write to was left by a move that
 * did not get through: it can be written to again.
 *
 * @throws {StoreError} when the memories belong to another embedding space, or to a newer version.
 */
export async function findMemories(
  engine: Engine,
  connection: Connection,
  present: readonly string[],
  space: EmbeddingSpace,
  opening: Opening,
): Promise<Table | undefined> {
  let found = await look(present, (table) =>
    openTable(engine, connection, { table, name: "memories" }, opening),
  );
  await refuseOther(found.current, space);
  if (found.fenced.length === 0) return found.current;
  // In turns, and looked at again: whoever moves them may be just about to come to an end.
  return opening.turns.run("open the store", async () => {
    found = await look(await listTables(connection), (name) => connection.openTable(name));
    await refuseOther(found.current, space);
    for (const table of found.fenced) {
      if (table === found.current) await unfence(table);
      else await connection.dropTable(table.name);
    }
    return found.current;
  });
}

const KEY_NAME = keyNameOf("memories");

/** The tables of memories that are not being built, and which of them is the truth. */
interface Found {
  readonly current: Table | undefined;
  /** Those that nobody can write to. */
  readonly fenced: readonly Table[];
}

async function look(
  names: readonly string[],
  open: (name: string) => Promise<Table | undefined>,
): Promise<Found> {
  const free: Table[] = [];
  const fenced: Table[] = [];
  for (const name of names.filter((one) => one.startsWith(MEMORIES_PREFIX))) {
    const table = await open(name);
    if (table === undefined || (await readTableState(table, KEY_NAME)).isBuilding) continue;
    ((await isFenced(table)) ? fenced : free).push(table);
  }
  return { current: free[0] ?? fenced[0], fenced };
}

async function refuseOther(current: Table | undefined, space: EmbeddingSpace): Promise<void> {
  if (current === undefined || current.name === toTableNames(space).memories) return;
  const written = await readSpace(current);
  const { embedder, dimensions } = written;
  throw new StoreError(
    `This place holds memories of the embedding model "${embedder}" (${dimensions} dimensions), and was opened with "${space.embedder}" (${space.dimensions}). Open it with the embedder that it was written with and call reembed({ embedder }) to move it to the other, or choose another uri.`,
    { operation: "open the store", space: written },
  );
}
