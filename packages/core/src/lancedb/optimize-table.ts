import { createIndexes } from "./create-indexes.ts";
import { isConflict } from "./store-errors.ts";
import type { TableHandle } from "./table-handle.ts";

/**
 * Compacts a table, brings its indexes up to date, and removes versions older than the date.
 *
 * A commit of another process may preempt it. Then it tries once more, not longer: every failed
 * attempt leaves files behind that nothing removes for a week (0.39.0).
 */
export async function optimizeTable(handle: TableHandle, olderThan: Date): Promise<void> {
  const optimize = () => handle.table.optimize({ cleanupOlderThan: olderThan });
  await optimize().catch(async (error: unknown) => {
    if (!isConflict(error)) throw error;
    await optimize();
  });
  await createIndexes(handle);
}
