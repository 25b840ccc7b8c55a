import type { Attendance } from "../turns/attend-folder.ts";
import { clearLeftovers } from "./clear-leftovers.ts";
import { foldTable } from "./fold-table.ts";
import { optimizeTable } from "./optimize-table.ts";
import type { TableHandle } from "../table-handle.ts";
import { createVectorIndex } from "../reads/vector-index.ts";
import type { WriteQueue } from "../writes/write-queue.ts";

/** What is done to keep a table in order, while nothing is written to it from here that would disturb it. */
export interface Upkeep {
  /**
   * Compacts, brings indexes up to date, removes versions that are older than the date, and makes it
   * durable. On a disk of this machine the version stays that it began with: what replaces it is
   * durable only in the end. `thorough` does now what else is done when enough of it has piled up.
   */
  keepUp(task: { olderThan: Date; thorough: boolean }): Promise<void>;
  /** Removes versions that are older than the date, and files that nobody needs, if nobody else is here. */
  clear(olderThan: Date): Promise<void>;
}

/** Where a table is, if that is a folder of this machine, and who else is there. */
export interface LocalPlace {
  readonly tableFolder: string;
  readonly attendance: Attendance;
}

/** When a table is put in order thoroughly, no index stays in so many parts. */
const PARTS_WHEN_THOROUGH = 2;
/** Somebody waits for it, and would try again else. */
const ATTEMPTS_WHEN_THOROUGH = 10;

/**
 * The upkeep of a table. When somebody was killed at it or a run was preempted, it also removes the
 * files that they left, as soon as nobody else has the folder open: who writes has such files, too.
 *
 * New rows are written meanwhile, other writes wait; for the index of the vectors nobody does, because at a
 * million rows it takes half a minute.
 */
export function createUpkeep(
  handle: TableHandle,
  {
    queue,
    sync,
    local,
  }: {
    queue: Pick<WriteQueue<never>, "exclusively" | "besideNewRows">;
    sync: () => Promise<void>;
    local?: LocalPlace | undefined;
  },
): Upkeep {
  const vectorIndex = createVectorIndex(handle);
  /** When files were last left over. */
  let leftAt = local?.attendance.cameAfterACrash === true ? Date.now() : undefined;

  async function clear(olderThan: Date): Promise<void> {
    if (local === undefined) return;
    await queue.exclusively(async () => {
      const wasAlone = await local.attendance.whileAlone(async () => {
        await optimizeTable(handle, { olderThan, unknownFiles: true });
        await clearLeftovers(local.tableFolder);
      });
      // LanceDB (0.39.0) removes no unknown file that is younger than a version that stays.
      if (wasAlone && leftAt !== undefined && olderThan.getTime() > leftAt) leftAt = undefined;
    });
  }

  /** When the version was written that is the newest now, and durable from now on. */
  async function newestDurable(): Promise<Date> {
    const versions = await handle.table.listVersions();
    // Another process may have written it a moment ago.
    await sync();
    return versions.reduce((one, other) => (one.version > other.version ? one : other)).timestamp;
  }

  return {
    clear,
    async keepUp({ olderThan: wanted, thorough }) {
      const olderThan = local ? earlier(wanted, await newestDurable()) : wanted;
      const before = leftAt;
      // Until it is known that it left nothing: it may fail.
      leftAt = Date.now();
      // Before the compaction, which merges no fragments that different parts of the index know.
      if (thorough) await vectorIndex.refresh(PARTS_WHEN_THOROUGH);
      await queue.besideNewRows(async () => {
        const { leftFiles } = await optimizeTable(handle, {
          olderThan,
          ...(thorough && { attempts: ATTEMPTS_WHEN_THOROUGH }),
        });
        await foldTable(handle, {
          olderThan,
          partsAtMost: thorough ? PARTS_WHEN_THOROUGH : undefined,
        });
        leftAt = leftFiles ? Date.now() : before;
      });
      await vectorIndex.refresh();
      await sync();
      if (leftAt !== undefined) await clear(olderThan);
    },
  };
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
