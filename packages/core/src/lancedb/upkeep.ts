import type { Attendance } from "./attend-folder.ts";
import { clearLeftovers } from "./clear-leftovers.ts";
import { foldTable } from "./fold-table.ts";
import { optimizeTable } from "./optimize-table.ts";
import type { TableHandle } from "./table-handle.ts";
import { createVectorIndex } from "./vector-index.ts";
import type { WriteQueue } from "./write-queue.ts";

/** Puts a table in order, while nothing is written to it from here that would disturb it. */
export type KeepUp = (task: {
  readonly olderThan: Date;
  /** Whether to do now what else is done when enough of it has piled up. */
  readonly thorough: boolean;
}) => Promise<void>;

/** Where a table is, if that is a folder of this machine, and who else is there. */
export interface LocalPlace {
  readonly tableFolder: string;
  readonly attendance: Attendance;
}

/** When a table is put in order thoroughly, it keeps no more than this of an index in parts. */
const PARTS_WHEN_THOROUGH = 2;

/** Somebody waits for it, and would try again else. */
const ATTEMPTS_WHEN_THOROUGH = 10;

/**
 * What is done about a table: compaction, indexes, the past; and, when somebody was killed at it or a
 * run was preempted, the files that they left, as soon as nobody else has the folder open.
 *
 * Appends go on meanwhile, other writes wait; for the index of the vectors nobody does, because at a
 * million rows it takes half a minute.
 */
export function createUpkeep(
  handle: TableHandle,
  {
    queue,
    sync,
    local,
  }: { queue: WriteQueue; sync: () => Promise<void>; local?: LocalPlace | undefined },
): KeepUp {
  const vectorIndex = createVectorIndex(handle);
  let hasLeftovers = local?.attendance.cameAfterACrash ?? false;

  return async ({ olderThan, thorough }) => {
    const hadLeftovers = hasLeftovers;
    // Until it is known that it left none: it may fail.
    hasLeftovers = true;
    await queue.besideAppends(async () => {
      const { leftFiles } = await optimizeTable(handle, {
        olderThan,
        ...(thorough && { attempts: ATTEMPTS_WHEN_THOROUGH }),
      });
      await foldTable(handle, {
        olderThan,
        partsAtMost: thorough ? PARTS_WHEN_THOROUGH : undefined,
      });
      await sync();
      hasLeftovers = hadLeftovers || leftFiles;
    });
    await vectorIndex.refresh();
    await sync();
    if (local === undefined || !(hasLeftovers || thorough)) return;
    await queue.exclusively(async () => {
      const wasAlone = await local.attendance.whileAlone(async () => {
        await optimizeTable(handle, { olderThan, unknownFiles: true });
        await clearLeftovers(local.tableFolder);
      });
      if (wasAlone) hasLeftovers = false;
    });
  };
}
