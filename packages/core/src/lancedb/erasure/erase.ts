import type { Erasure } from "../../ports/erasure.ts";
import type { TableName } from "../../ports/memory-store.ts";
import { TABLE_NAMES } from "../../ports/tables.ts";
import {
  dropErasure,
  listErasures,
  readErasures,
  recordErasure,
  type RecordedErasure,
} from "./erasure-record.ts";
import type { Place } from "../open-place.ts";
import { dropUnfinishedMoves } from "../spaces/drop-unfinished-moves.ts";
import type { TableAccess } from "../table-access.ts";

/** What an erasure works on. */
export interface ErasureOptions {
  readonly place: Place;
  readonly tables: Readonly<Record<TableName, TableAccess>>;
  /** Makes durable what a table has, and which tables there are. */
  readonly sync: (tableName?: string) => Promise<void>;
}

/**
 * Erases for good. Written down first, so that whoever opens the store next completes it if this
 * process cannot. With nothing to erase, only what killed processes left in the files goes.
 */
export async function erase(options: ErasureOptions, erasure: Erasure): Promise<void> {
  const { turns, connection } = options.place;
  await turns.run("erase", async () => {
    const isNothing =
      erasure.amend.length === 0 && TABLE_NAMES.every((name) => erasure.remove[name].length === 0);
    if (isNothing) return eraseRows(options, erasure);
    const name = await recordErasure(connection, erasure);
    await options.sync(name);
    await complete(options, { name, erasure });
  });
}

/** Completes what erasures were interrupted: killed, or stopped by a full disk. */
export async function completeErasures(options: ErasureOptions): Promise<void> {
  const { turns, connection } = options.place;
  if ((await listErasures(connection)).length === 0) return;
  // In turns: it may be under way in another process.
  await turns.run("complete an erasure", async () => {
    for (const one of await readErasures(connection)) await complete(options, one);
  });
}

async function complete(
  options: ErasureOptions,
  { name, erasure }: RecordedErasure,
): Promise<void> {
  const { place, tables, sync } = options;
  await dropUnfinishedMoves(place.connection, tables.memories.handle);
  await eraseRows(options, erasure);
  await dropErasure(place.connection, name);
  await sync();
}

async function eraseRows({ tables }: ErasureOptions, { remove, amend }: Erasure): Promise<void> {
  for (const name of TABLE_NAMES) {
    await tables[name].erase({ remove: remove[name], ...(name === "memories" && { amend }) });
  }
}
