import { createIndexes } from "./create-indexes.ts";
import { isConflict } from "../store-errors.ts";
import type { TableHandle } from "../table-handle.ts";

/** What of a table's past is removed. */
export interface Pruning {
  /** Versions before this moment. */
  readonly olderThan: Date;
  /**
   * Files too that no version knows, of whatever age: leftovers, if nobody is writing any. Without
   * it they stay for a week (0.39.0). Default: false.
   */
  readonly unknownFiles?: boolean;
  /** Default: 2. */
  readonly attempts?: number;
}

/** How often it is tried, while others write to the table. */
const ATTEMPTS = 2;

/**
 * Compacts a table, brings its indexes up to date, and removes what it does not need any more.
 *
 * A commit of another process may preempt it. Then it tries again, but not for long: every failed
 * attempt leaves its files behind. Resolves with whether one did.
 */
export async function optimizeTable(
  handle: TableHandle,
  { olderThan, unknownFiles = false, attempts = ATTEMPTS }: Pruning,
): Promise<{ leftFiles: boolean }> {
  for (let attempt = 1; ; attempt++) {
    try {
      await handle.table.optimize({
        cleanupOlderThan: olderThan,
        deleteUnverified: unknownFiles,
      });
      await createIndexes(handle);
      return { leftFiles: attempt > 1 };
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error;
    }
  }
}
