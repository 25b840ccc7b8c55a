import type { TableAccess } from "../table-access.ts";
import type { Turns } from "../turns/take-turns.ts";
import type { Change } from "./prepare-change.ts";

/** Fragments from which on a table at rest is compacted. */
const LEAST_FRAGMENTS = 8;
/** A run takes 50 ms at 2 MB, past included, and 150 at 16; for more nobody should have to wait. */
const MOST_BYTES = 16 * 1024 ** 2;
/** From here on tables with vectors have an index, which would be built anew. */
const MOST_ROWS = 4_000;

/**
 * Does for a small table what its first rest would have done, before it is let go of: a script ends
 * before it rests. Without it an agent of 20 turns left 2.1 MB, of which 1.2 were its newest version.
 *
 * Tables that this process did not add to are left as they are, and those that another maintains.
 */
export async function tidyTable(
  access: TableAccess<Change>,
  { turns }: { turns: Turns },
): Promise<void> {
  // Alone, before reads that go side by side: LanceDB (0.39.0) closes no table while one is under way,
  // and where the folder is gone they do not fail together.
  const { numRows } = await access.handle.table.stats();
  if (numRows > MOST_ROWS) return;
  const { fragments, bytes, lastMaintenance } = await access.describe();
  const isUntidy = fragments >= LEAST_FRAGMENTS || lastMaintenance !== undefined;
  if (!isUntidy || bytes > MOST_BYTES) return;
  await turns.tryRun(async () => {
    await access.maintain();
  });
}
