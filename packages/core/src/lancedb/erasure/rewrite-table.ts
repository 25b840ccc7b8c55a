import { createIndexes } from "../maintenance/create-indexes.ts";
import type { TableHandle } from "../table-handle.ts";
import { retryCommit } from "../writes/retry-commit.ts";

/** Later than every version, also by the clock of another machine. */
const AHEAD_MS = 365 * 24 * 60 * 60_000;

/**
 * Rewrites a table so that of rows that were deleted nothing is left in its files.
 *
 * A delete hides rows; a compaction rewrites files only of which a tenth or more is hidden, and
 * index pages, transactions and former versions keep what they had. So the indexes go, one update
 * that changes nothing moves every row to a new file, everything before it is removed, and the
 * indexes come again. 0.5 s for 60,000 rows of 384 dimensions (0.39.0).
 */
export async function rewriteTable(handle: TableHandle): Promise<void> {
  const { table } = handle;
  const prune = () => table.optimize({ cleanupOlderThan: new Date(Date.now() + AHEAD_MS) });
  for (const { name } of await table.listIndices()) await table.dropIndex(name);
  await retryCommit(() => table.update({ where: "TRUE", valuesSql: { revision: "revision" } }));
  await retryCommit(prune);
  await createIndexes(handle);
  await retryCommit(prune);
}
