import type { DurableTable } from "@palimpsest/core/tables";
import type { CheckpointRow } from "./checkpoint-row.ts";

/** The rows of keys, in the order of the keys: of several of one key the last. Keys without a row are left out. */
export async function findRows(
  table: DurableTable<CheckpointRow>,
  keys: readonly string[],
): Promise<CheckpointRow[]> {
  const rows = newestOfEach(await table.find({ where: { column: "key", isOneOf: keys } }));
  return keys.flatMap((key) => rows.get(key) ?? []);
}

/** Of the rows of each key the one that was written last. */
export function newestOfEach<ROW extends Pick<CheckpointRow, "key" | "stamp">>(
  rows: readonly ROW[],
): Map<string, ROW> {
  const newest = new Map<string, ROW>();
  for (const row of rows) {
    const other = newest.get(row.key);
    if (other === undefined || other.stamp < row.stamp) newest.set(row.key, row);
  }
  return newest;
}
