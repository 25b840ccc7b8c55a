import type { DurableTable } from "@palimpsest/core/tables";
import { livesAfter } from "./expiry/expiry.ts";
import { IS_ITEM, type ItemRow, READ_COLUMNS, type StoredItem } from "./item-row.ts";

/** The rows of the items that are there, by their ids: one look-up in an index for all of them. */
export async function getItems(
  table: DurableTable<ItemRow>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredItem>> {
  if (ids.length === 0) return new Map();
  const rows = await table.find({
    where: { all: [{ column: "item", isOneOf: ids }, IS_ITEM, livesAfter(new Date())] },
    columns: READ_COLUMNS,
  });
  return new Map(rows.map((row) => [row.item, row]));
}
