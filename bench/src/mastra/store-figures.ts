import { folderSize } from "../report/folder-size.ts";
import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";
import type { Filling } from "../scale/fill-store.ts";
import type { StorePlan } from "../scale/plan-store.ts";

/** What filling a store took, and what it takes on disk. */
export interface StoreFigures extends Filling {
  name: string;
  /** Memories, or messages. */
  size: number;
  bytes: number;
}

const MEGABYTE = 1_000_000;

/** The figures of a store that was just filled. */
export async function toStoreFigures(
  name: string,
  { plan, filling, folder }: { plan: StorePlan; filling: Filling; folder: string },
): Promise<StoreFigures> {
  return { name, size: plan.size, ...filling, bytes: await folderSize(folder) };
}

/** One line per store. */
export function renderStores(stores: readonly StoreFigures[]): string {
  return renderTable([
    ["", "filled with", "per second", "on disk, MB"],
    ...stores.map(({ name, size, memoriesPerSecond, bytes }) => [
      name,
      formatNumber(size),
      formatNumber(memoriesPerSecond),
      formatNumber(bytes / MEGABYTE, 1),
    ]),
  ]);
}
