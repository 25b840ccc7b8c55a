import type { TableDescription, TableMaintenance } from "../ports/memory-store.ts";
import type { Outcome, Write } from "./writes/commit-writes.ts";
import { describeTable } from "./maintenance/describe-table.ts";
import { eraseRows } from "./erasure/erase-rows.ts";
import { findDamagedFile } from "./recovery/find-damaged-file.ts";
import { folderBytes } from "./maintenance/folder-bytes.ts";
import type { Gate } from "./gate.ts";
import { createMaintenance, NO_MAINTENANCE } from "./maintenance/maintenance.ts";
import type { Pace } from "./maintenance/pace.ts";
import { attempt } from "./store-errors.ts";
import { retryRead } from "./reads/retry-read.ts";
import { listManifests } from "./recovery/manifests.ts";
import { sweepTable } from "./erasure/sweep-table.ts";
import type { TableHandle } from "./table-handle.ts";
import type { Turns } from "./turns/take-turns.ts";
import { createUpkeep, type LocalPlace } from "./maintenance/upkeep.ts";
import type { QueuedWrite } from "./writes/take-batch.ts";
import { createWriteQueue, type WriteQueue } from "./writes/write-queue.ts";

/** What the calls of one table go through. */
export interface TableAccess<WRITE extends QueuedWrite = Write> {
  readonly handle: TableHandle;
  readonly write: WriteQueue<WRITE>["write"];
  readonly exclusively: WriteQueue<WRITE>["exclusively"];
  /** Changes rows in another way than by writes, while nothing is written, and makes it durable. */
  readonly alter: (work: () => Promise<unknown>) => Promise<void>;
  /** Runs a call while the store is open. The verb is for the message of its failure. */
  readonly call: <RESULT>(verb: string, work: () => Promise<RESULT>) => Promise<RESULT>;
  /** Erases rows, and what killed processes left in the files. Inside of a turn. */
  readonly erase: (rows: Parameters<typeof eraseRows>[1]) => Promise<void>;
  /** Figures of the table. Inside of a call. */
  describe(): Promise<TableDescription>;
  /** Puts the table in order now. Inside of a call, and of a turn. */
  maintain(): Promise<TableMaintenance>;
  /** Finishes what is under way and lets go of the table. After the gate. */
  close(): Promise<void>;
}

/** What a table shares with the others of its store. */
export interface AccessOptions<WRITE extends QueuedWrite> {
  /** Commits writes of different keys. */
  readonly commit: (handle: TableHandle, writes: readonly WRITE[]) => Promise<Outcome>;
  readonly gate: Gate;
  readonly turns: Turns;
  readonly local: LocalPlace | undefined;
  /** `undefined` where there is nothing to maintain. */
  readonly pace: Pace | undefined;
  /** Whether the table is maintained without being told to. */
  readonly isAutomatic: boolean;
  /** Makes durable what was written to the table's files. */
  readonly sync: () => Promise<void>;
  readonly onMaintenanceError: (error: unknown) => void;
}

/** Access to a table: the only one of its store, because writes and maintenance take turns in it. */
export async function openAccess<WRITE extends QueuedWrite>(
  handle: TableHandle,
  { commit, gate, turns, local, pace, isAutomatic, sync, onMaintenanceError }: AccessOptions<WRITE>,
): Promise<TableAccess<WRITE>> {
  const { table, shape } = handle;
  const calls = new Set<Promise<unknown>>();
  const queue = createWriteQueue<WRITE>(async (writes) => {
    const { refused, committed } = await commit(handle, writes);
    await sync();
    if (committed > 0) maintenance.noteCommit(committed);
    return refused;
  });
  const maintenance =
    pace === undefined
      ? NO_MAINTENANCE
      : createMaintenance({
          pace,
          isAutomatic,
          commits: (await table.stats()).fragmentStats.numFragments,
          inTurn: (task) => turns.tryRun(task),
          upkeep: createUpkeep(handle, { queue, sync, local }),
          async settleCalls() {
            await Promise.allSettled(calls);
          },
          measure,
          onError: onMaintenanceError,
        });
  // What a process wrote that died before it could.
  await sync();

  return {
    handle,
    write: queue.write,
    exclusively: queue.exclusively,
    alter: (work) =>
      queue.exclusively(async () => {
        await work();
        await sync();
        maintenance.noteCommit(1);
      }),
    async call(verb, work) {
      const call = gate.pass(() => attempt(`${verb} ${shape.name}`, work, { findDamaged }));
      calls.add(call);
      try {
        return await call;
      } finally {
        calls.delete(call);
      }
    },
    describe,
    async maintain() {
      const startedAt = performance.now();
      const before = await describe();
      await attempt(`maintain ${shape.name}`, () => maintenance.runNow(), { findDamaged });
      return { before, after: await describe(), durationMs: performance.now() - startedAt };
    },
    erase: (rows) =>
      attempt(`erase from ${shape.name}`, () =>
        queue.exclusively(async () => {
          await eraseRows(handle, rows);
          if (local) await sweepTable(local);
          await sync();
        }),
      ),
    async close() {
      await maintenance.stop();
      await queue.settle();
      table.close();
    },
  };

  async function findDamaged(): Promise<string | undefined> {
    return local && findDamagedFile(local.tableFolder);
  }

  async function measure(): Promise<{ bytes: number; liveBytes: number }> {
    const { liveBytes } = await describeTable(handle);
    return { bytes: local ? await folderBytes(local.tableFolder) : liveBytes, liveBytes };
  }

  async function countVersions(): Promise<number> {
    // LanceDB reads each to list them, and fails when a compaction removes one meanwhile (0.39.0).
    if (local) return (await listManifests(local.tableFolder)).length;
    return (await retryRead(table, () => table.listVersions())).length;
  }

  async function describe(): Promise<TableDescription> {
    const [{ fragments, unindexedRows }, versions, { bytes }] = await Promise.all([
      describeTable(handle),
      countVersions(),
      measure(),
    ]);
    const { lastRun } = maintenance;
    return {
      fragments,
      versions,
      bytes,
      unindexedRows,
      ...(lastRun && { lastMaintenance: lastRun }),
    };
  }
}
