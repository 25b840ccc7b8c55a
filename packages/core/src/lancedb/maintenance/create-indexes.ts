import type { Index } from "@lancedb/lancedb";
import type { StoredColumn } from "../schema/columns.ts";
import type { Engine } from "../load-engine.ts";
import { isConflict } from "../store-errors.ts";
import type { TableHandle } from "../table-handle.ts";

/** The property that full text is searched in. */
const FULL_TEXT = "terms";

/**
 * Rows from which on columns are indexed. With fewer no read is faster for it, and every compaction
 * is slower by 10 ms per index; with 5,000 reads take half the time (0.39.0).
 */
const ROWS_WORTH_INDEXES = 1_000;

/** How often one is tried, while other processes create the same. */
const ATTEMPTS = 5;

/**
 * Creates the indexes that the table should have and does not.
 *
 * That of the terms is there from the start: without it they would be taken apart as English text.
 */
export async function createIndexes(handle: TableHandle): Promise<void> {
  const present = await listIndexed(handle);
  const isLarge = (await handle.table.countRows()) >= ROWS_WORTH_INDEXES;
  for (const column of handle.columns) {
    const isWanted = column.property === FULL_TEXT || (column.indexed !== "no" && isLarge);
    if (isWanted && !present.has(column.name)) await createIndex(handle, column);
  }
}

/** Builds the indexes of columns and terms anew, so that none consists of parts any more. */
export async function rebuildIndexes(handle: TableHandle): Promise<void> {
  const present = await listIndexed(handle);
  for (const column of handle.columns) {
    if (column.type === "vector" || !present.has(column.name)) continue;
    const config = toIndex(handle.engine, column);
    await handle.table.createIndex(column.name, { config, replace: true });
  }
}

async function createIndex(handle: TableHandle, column: StoredColumn): Promise<void> {
  const config = toIndex(handle.engine, column);
  for (let attempt = 1; ; attempt++) {
    try {
      await handle.table.createIndex(column.name, { config, replace: false });
      return;
    } catch (error) {
      if ((await listIndexed(handle)).has(column.name)) return;
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

async function listIndexed({ table }: TableHandle): Promise<ReadonlySet<string>> {
  return new Set((await table.listIndices()).flatMap(({ columns }) => columns));
}

function toIndex({ lancedb: { Index } }: Engine, { property, indexed }: StoredColumn): Index {
  if (property !== FULL_TEXT) return indexed === "few" ? Index.bitmap() : Index.btree();
  // Terms come ready to be compared: nothing may change or drop one.
  return Index.fts({
    baseTokenizer: "whitespace",
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    withPosition: false,
    maxTokenLength: 1_000,
  });
}
