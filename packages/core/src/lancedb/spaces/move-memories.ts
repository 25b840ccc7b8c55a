import type { Connection } from "@lancedb/lancedb";
import type { EmbeddingSpace, Move } from "../../ports/memory-store.ts";
import { createIndexes } from "../maintenance/create-indexes.ts";
import { listTables } from "../list-tables.ts";
import { SCHEMA_VERSION } from "../schema/migrate-table.ts";
import { toHandle } from "../open-table.ts";
import { optimizeTable } from "../maintenance/optimize-table.ts";
import type { TableHandle } from "../table-handle.ts";
import { MEMORIES_PREFIX, toTableNames } from "../table-names.ts";
import { copyMemories, findDifferences } from "./copy-memories.ts";
import { fence, unfence } from "./fence.ts";
import { writeTableState } from "./table-state.ts";

/** Rows that may be left for the last step, in which nobody writes. */
const FEW = 64;
/** Rounds in which writers may be quicker than the copying, until they have to wait for it. */
const MOST_ROUNDS = 20;

/** What a store does for a move. */
export interface MoveSteps {
  readonly move: Move;
  /** Makes durable what was written to the new table. */
  readonly sync: (target: TableHandle) => Promise<void>;
  /** Uses the new table from now on. */
  readonly adopt: (target: TableHandle) => Promise<void>;
}

/**
 * Copies the memories to a table of another embedding space, while they are read and written, lets
 * that table be the truth, and drops the old one.
 *
 * What was copied before, by a move that was killed or aborted, is not copied again.
 */
export async function moveMemories(
  connection: Connection,
  source: TableHandle,
  space: EmbeddingSpace,
  { move, sync, adopt }: MoveSteps,
): Promise<void> {
  const target = await openTarget(connection, source, space);
  const total = await source.table.countRows();
  let done = await target.table.countRows();
  const options = {
    space,
    move,
    onBatch: (rows: number) => move.onProgress?.({ done: Math.min(total, (done += rows)), total }),
  };
  move.onProgress?.({ done, total });
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const keys = await findDifferences(source, target);
    if (keys.length <= FEW) break;
    await copyMemories(source, target, keys, options);
  }
  await createIndexes(target);
  await optimizeTable(target, { olderThan: new Date() });

  await move.alone(async () => {
    await fence(source.table);
    try {
      const keys = await findDifferences(source, target);
      await copyMemories(source, target, keys, options);
      await sync(target);
      const state = { version: SCHEMA_VERSION, isBuilding: false };
      await writeTableState(target.table, target.keyName, state);
    } catch (error) {
      await unfence(source.table);
      throw error;
    }
    await sync(target);
    await adopt(target);
  });
  await connection.dropTable(source.table.name);
}

/** The table that is being built, whatever an earlier move has put there; those for other spaces go. */
async function openTarget(
  connection: Connection,
  source: TableHandle,
  space: EmbeddingSpace,
): Promise<TableHandle> {
  const { memories: wanted } = toTableNames(space);
  const building = (await listTables(connection)).filter(
    (name) => name.startsWith(MEMORIES_PREFIX) && name !== source.table.name,
  );
  for (const name of building) if (name !== wanted) await connection.dropTable(name);
  const opened = building.includes(wanted) ? await connection.openTable(wanted) : undefined;
  return toHandle(source.engine, connection, space, "memories", { opened, isBuilding: true });
}
