import type { Connection } from "@lancedb/lancedb";
import type { Erasure } from "../ports/erasure.ts";
import type { TableName } from "../ports/memory-store.ts";
import { TABLE_NAMES } from "../ports/tables.ts";
import {
  dropErasure,
  readErasures,
  recordErasure,
  type RecordedErasure,
} from "./erasure-record.ts";
import { listTables } from "./open-tables.ts";
import type { TableAccess } from "./table-access.ts";

/** What an erasure works on. */
export interface ErasureOptions {
  readonly connection: Connection;
  readonly tables: Readonly<Record<TableName, TableAccess>>;
  /** Makes durable which tables there are. */
  readonly sync: (tableName?: string) => Promise<void>;
}

/**
 * Erases for good. Written down first, so that whoever opens the store next completes it if this
 * process cannot. With nothing to erase, only what killed processes left in the files goes.
 */
export async function erase(options: ErasureOptions, erasure: Erasure): Promise<void> {
  const isNothing =
    erasure.amend.length === 0 && TABLE_NAMES.every((name) => erasure.remove[name].length === 0);
  if (isNothing) return eraseRows(options, erasure);
  const name = await recordErasure(options.connection, erasure);
  await options.sync(name);
  await complete(options, { name, erasure });
}

/** Completes what erasures were interrupted: killed, or stopped by a full disk. */
export async function completeErasures(options: ErasureOptions): Promise<void> {
  const { connection } = options;
  const recorded = await readErasures(connection, await listTables(connection));
  for (const one of recorded) await complete(options, one);
}

async function complete(
  options: ErasureOptions,
  { name, erasure }: RecordedErasure,
): Promise<void> {
  await eraseRows(options, erasure);
  await dropErasure(options.connection, name);
  await options.sync();
}

async function eraseRows({ tables }: ErasureOptions, { remove, amend }: Erasure): Promise<void> {
  await Promise.all(
    TABLE_NAMES.map(async (name) =>
      tables[name].erase({ remove: remove[name], ...(name === "memories" && { amend }) }),
    ),
  );
}
