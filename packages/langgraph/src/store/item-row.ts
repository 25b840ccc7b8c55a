import { createHash } from "node:crypto";
import type { Item } from "@langchain/langgraph-checkpoint";
import type { Condition, TableDefinition } from "@palimpsest/core/tables";
import { fromNamespacePath } from "./namespace.ts";

/**
 * What the table holds: one row for an item, with its first vector, and one for each further vector,
 * its parts. All rows of an item are written by one commit.
 */
export interface ItemRow {
  /** The item, and the number of the part. */
  key: string;
  /** Digest of namespace and key. */
  item: string;
  /** 0 for the row of the item itself. */
  part: number;
  /**
   * Names the write that the row comes from. A part whose revision is not that of its item is a
   * leftover of a write that was cut short, and is no part of it any more.
   */
  revision: string;
  /** The revision that created the item: puts items into the order of their creation. */
  created: string;
  namespace: string;
  itemKey: string;
  /** JSON. Absent in parts. */
  value?: string | undefined;
  /** What filters look for: see `toFieldEntries`. */
  fields: string[];
  createdAt: Date;
  updatedAt: Date;
  expiresAt?: Date | undefined;
  /** When it was written, or last read by a store that refreshes on read: its life begins anew then. */
  refreshedAt?: Date | undefined;
  similarity: Similarity;
  vector?: Float32Array | undefined;
}

/**
 * How near an item can be to a query: not at all, because none of its texts was embedded; as near as
 * its best vector; or at least 0, because one of its vectors has no direction. Those are not stored.
 */
type Similarity = "at least zero" | "by vector" | "none";

/** The columns of the table. */
export const ITEM_COLUMNS: TableDefinition<ItemRow>["columns"] = {
  key: { type: "text" },
  item: { type: "text", indexed: "many" },
  part: { type: "integer" },
  revision: { type: "text" },
  created: { type: "text" },
  namespace: { type: "text", indexed: "many" },
  itemKey: { type: "text" },
  value: { type: "text", optional: true },
  fields: { type: "texts" },
  createdAt: { type: "time" },
  updatedAt: { type: "time" },
  expiresAt: { type: "time", optional: true },
  refreshedAt: { type: "time", optional: true },
  similarity: { type: "text" },
  vector: { type: "vector", optional: true },
};

/** The columns that reads need; each of the others would take time of its own. */
export const READ_COLUMNS = [
  "item",
  "part",
  "revision",
  "created",
  "namespace",
  "itemKey",
  "value",
  "createdAt",
  "updatedAt",
  "expiresAt",
  "refreshedAt",
  "similarity",
] as const satisfies (keyof ItemRow)[];

/** A row as reads see it. */
export type StoredItem = Pick<ItemRow, (typeof READ_COLUMNS)[number]>;

/** Only the rows of the items themselves. */
export const IS_ITEM: Condition<ItemRow> = { column: "part", equals: 0 };

/** The id of an item: the digest of its namespace and key, of whatever length they are. */
export function toItemId(namespace: readonly string[], key: string): string {
  return createHash("sha256")
    .update(JSON.stringify([namespace, key]))
    .digest("base64url");
}

/** An item's key as the table keeps it: as JSON, which holds any text, halves of letters included. */
export function toItemKey(key: string): string {
  return JSON.stringify(key);
}

/** The item of a row, sharing nothing with any other answer. */
export function toItem(row: StoredItem): Item {
  return {
    value: readValue(row),
    key: JSON.parse(row.itemKey) as string,
    namespace: fromNamespacePath(row.namespace),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** The value of an item's own row. */
export function readValue({ value = "{}" }: Pick<StoredItem, "value">): Record<string, unknown> {
  return JSON.parse(value) as Record<string, unknown>;
}
