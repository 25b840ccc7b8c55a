import { removeLeftovers } from "./remove-leftovers.ts";
import type { LocalPlace } from "../maintenance/upkeep.ts";

/**
 * Removes from a table's folder what no version of it knows, at once when nobody else is there, and
 * else when it is too old for a commit under way. Nothing may be written by this process meanwhile.
 */
export async function sweepTable({ tableFolder, attendance }: LocalPlace): Promise<void> {
  const wasAlone = await attendance.whileAlone(() =>
    removeLeftovers(tableFolder, { underWayMs: 0 }),
  );
  if (!wasAlone) await removeLeftovers(tableFolder);
}
