import { commitWrites } from "./commit-writes.ts";
import { eraseRows } from "./erase-rows.ts";
import type { Gate } from "./gate.ts";
import { createMaintenance } from "./maintenance.ts";
import { optimizeTable } from "./optimize-table.ts";
import { removeLeftovers } from "./remove-leftovers.ts";
import { attempt } from "./store-errors.ts";
import type { TableHandle } from "./table-handle.ts";
import { createWriteQueue, type WriteQueue } from "./write-queue.ts";

/** What the calls of one table go through. */
export interface TableAccess {
  readonly handle: TableHandle;
  readonly write: WriteQueue["write"];
  /** Runs a call while the store is open. The verb is for the message of its failure. */
  readonly call: <RESULT>(verb: string, work: () => Promise<RESULT>) => Promise<RESULT>;
  /** Erases rows while nothing else is written, and then what killed processes left in the files. */
  readonly erase: (rows: Parameters<typeof eraseRows>[1]) => Promise<void>;
  /** Finishes what is under way and lets go of the table. After the gate. */
  close(): Promise<void>;
}

/** What a table shares with the others of its store. */
export interface AccessOptions {
  readonly gate: Gate;
  /** Makes durable what was written to the table's files. */
  readonly sync: () => Promise<void>;
  /** The folder of the table; none on object storage. */
  readonly folder: string | undefined;
  readonly onMaintenanceError: (error: unknown) => void;
}

/** Access to a table: the only one of its store, because writes and maintenance take turns in it. */
export async function openAccess(
  handle: TableHandle,
  { gate, sync, folder, onMaintenanceError }: AccessOptions,
): Promise<TableAccess> {
  const { table, shape } = handle;
  const queue = createWriteQueue(async (writes) => {
    const { refused, committed } = await commitWrites(handle, writes);
    await sync();
    if (committed > 0) maintenance.noteCommit(committed);
    return refused;
  });
  const { fragmentStats } = await table.stats();
  const maintenance = createMaintenance({
    commits: fragmentStats.numFragments,
    exclusively: queue.exclusively,
    async optimize(olderThan) {
      await optimizeTable(handle, olderThan);
      await sync();
    },
    onError: onMaintenanceError,
  });
  // What a process wrote that died before it could.
  await sync();

  return {
    handle,
    write: queue.write,
    async call(verb, work) {
      return gate.pass(() => attempt(`${verb} ${shape.name}`, work));
    },
    erase: (rows) =>
      attempt(`erase from ${shape.name}`, () =>
        queue.exclusively(async () => {
          await eraseRows(handle, rows);
          if (folder !== undefined) await removeLeftovers(folder);
          await sync();
        }),
      ),
    async close() {
      maintenance.stop();
      await queue.settle();
      table.close();
    },
  };
}
