import { createIndexes } from "./create-indexes.ts";
import { isConflict } from "./store-errors.ts";
import type { TableHandle } from "./table-handle.ts";

/** What of a table's past is removed. */
export interface Pruning {
  /** Versions before this moment. */
  readonly olderThan: Date;
  /**
   * Files too that no version knows, of whatever age: leftovers, if nobody is writing any. Without
   * it they stay for a week (0.39.0). Default: false.
   */
  readonly unknownFiles?: boolean;
}

/**
 * Compacts a table, brings its indexes up to date, and removes what it does not need any more.
 *
 * A commit of another process may preempt it. Then it tries once more, not longer: every failed
 * attempt leaves its files behind. Resolves with whether one did.
 */
export async function optimizeTable(
  handle: TableHandle,
  { olderThan, unknownFiles = false }: Pruning,
): Promise<{ leftFiles: boolean }> {
  const optimize = () =>
    handle.table.optimize({ cleanupOlderThan: olderThan, deleteUnverified: unknownFiles });
  const leftFiles = await optimize().then(
    () => false,
    async (error: unknown) => {
      if (!isConflict(error)) throw error;
      await optimize();
      return true;
    },
  );
  await createIndexes(handle);
  return { leftFiles };
}
