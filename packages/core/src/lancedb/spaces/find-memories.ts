import type { Connection, Table } from "@lancedb/lancedb";
import { StoreError } from "../../errors.ts";
import type { EmbeddingSpace } from "../../ports/memory-store.ts";
import { keyNameOf, openTable, readSpace } from "../open-table.ts";
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
  connection: Connection,
  present: readonly string[],
  space: EmbeddingSpace,
): Promise<Table | undefined> {
  const open: Table[] = [];
  const fenced: Table[] = [];
  for (const name of present.filter((one) => one.startsWith(MEMORIES_PREFIX))) {
    const table = await openTable(connection, name, keyNameOf("memories"));
    const { isBuilding } = await readTableState(table, keyNameOf("memories"));
    if (!isBuilding) ((await isFenced(table)) ? fenced : open).push(table);
  }
  const [current = fenced[0]] = open;
  for (const table of fenced) {
    if (table === current) await unfence(table);
    else await connection.dropTable(table.name);
  }
  if (current && current.name !== toTableNames(space).memories) {
    const { embedder, dimensions } = await readSpace(current);
    throw new StoreError(
      `This place holds memories of the embedding model "${embedder}" (${dimensions} dimensions), and was opened with "${space.embedder}" (${space.dimensions}). Open it with the embedder that it was written with and call reembed({ embedder }) to move it to the other, or choose another uri.`,
      { operation: "open the store" },
    );
  }
  return current;
}
