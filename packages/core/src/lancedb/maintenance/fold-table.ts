import { rebuildIndexes } from "./create-indexes.ts";
import { describeTable } from "./describe-table.ts";
import { optimizeTable, type Pruning } from "./optimize-table.ts";
import type { TableHandle } from "../table-handle.ts";

/**
 * Fragments or parts of an index from which on they are folded into one. Each run may leave one more
 * of both, because fragments of different indexes are not merged; at 48 a search of everything takes
 * five times as long, and building an index anew up to 14 s for a million rows (0.39.0).
 */
const PARTS_AT_MOST = 48;

/** Folds a table into few fragments and its indexes into one part each, where there are too many. */
export async function foldTable(
  handle: TableHandle,
  { partsAtMost = PARTS_AT_MOST, ...pruning }: Pruning & { partsAtMost?: number | undefined },
): Promise<void> {
  const { fragments, indexParts } = await describeTable(handle);
  if (Math.max(fragments, indexParts) < partsAtMost) return;
  await rebuildIndexes(handle);
  await optimizeTable(handle, pruning);
}
