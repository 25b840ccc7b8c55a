import type { StoredRow } from "../ports/stored-rows.ts";
import type { PreparedRow } from "./prepare-rows.ts";
import { fromArrowTable } from "./read-arrow.ts";
import { retryRead } from "./retry-read.ts";
import { scopedReads } from "./scoped-reads.ts";
import type { TableHandle } from "./table-handle.ts";
import { toArrowTable } from "./write-arrow.ts";

/** Rows of one call: to be added as they are, or each on the condition that its revision states. */
export interface Write {
  readonly type: "append" | "merge";
  readonly rows: readonly PreparedRow[];
}

/** What became of a batch of writes. */
export interface Outcome {
  /** The keys of the rows that were not written. */
  readonly refused: ReadonlySet<string>;
  /** How many rows were to be committed. With none there was no commit. */
  readonly committed: number;
}

/** How many writes of a key are remembered, to know them when they are sent again. */
const REMEMBERED_WRITES = 16;

/**
 * Commits writes as one version of the table. No two rows may have one key.
 *
 * Looks first: a row that was written before, or whose turn has passed, needs no commit, and one of
 * revision n > 1 that has nothing to replace would be inserted by the merge. As no row is ever
 * removed, a key that was seen stays there; whatever else happens after the look, the merge sees.
 */
export async function commitWrites(
  handle: TableHandle,
  writes: readonly Write[],
): Promise<Outcome> {
  const appended = writes.flatMap(({ type, rows }) => (type === "append" ? rows : []));
  const merged = writes.flatMap(({ type, rows }) => (type === "merge" ? rows : []));
  const stored = await readStored(handle, merged);
  const isDue = (row: PreparedRow) => row.revision === (stored.get(row.key)?.revision ?? 0) + 1;
  const due = merged.filter(isDue);
  const refused = keysNotIn(
    stored,
    merged.filter((row) => !isDue(row)),
  );

  const rows = [...appended, ...due];
  if (rows.length === 0) return { refused, committed: 0 };
  const source = toArrowTable(
    handle.engine,
    handle.schema,
    handle.columns,
    rows.map(({ key, values, write }) => {
      const earlier = stored.get(key)?.writes ?? [];
      return { ...values, writes: [...earlier, write].slice(-REMEMBERED_WRITES) };
    }),
  );
  if (due.length === 0) {
    await handle.table.add(source);
    return { refused, committed: rows.length };
  }

  // With an index on the key the merge would let two processes insert it twice (0.39.0, lance#9238).
  const { numInsertedRows, numUpdatedRows } = await handle.table
    .mergeInsert(handle.keyName)
    .whenMatchedUpdateAll({ where: "source.revision = target.revision + 1" })
    .whenNotMatchedInsertAll()
    .useIndex(false)
    .execute(source);
  const updates = due.filter(({ key }) => stored.has(key)).length;
  if (numUpdatedRows === updates && numInsertedRows === rows.length - updates) {
    return { refused, committed: rows.length };
  }
  const lost = keysNotIn(await readStored(handle, rows), rows);
  return { refused: new Set([...refused, ...lost]), committed: rows.length };
}

/** What is stored under a key, and which writes made it what it is. */
type StoredKey = Pick<StoredRow, "key" | "revision"> & { readonly writes: readonly string[] };

async function readStored(
  handle: TableHandle,
  rows: readonly PreparedRow[],
): Promise<ReadonlyMap<string, StoredKey>> {
  if (rows.length === 0) return new Map();
  const columns = handle.columns.filter(({ property }) => STORED_KEY.has(property));
  const query = scopedReads(handle)
    .query({ type: "everyone" }, { column: "key", isOneOf: rows.map(({ key }) => key) })
    .select(columns.map(({ name }) => name));
  const answer = await retryRead(handle.table, () => query.toArrow());
  return new Map(fromArrowTable<StoredKey>(answer, columns).map((row) => [row.key, row]));
}

const STORED_KEY: ReadonlySet<string> = new Set(["key", "revision", "writes"]);

/** The keys of those rows that no remembered write has put there. */
function keysNotIn(
  stored: ReadonlyMap<string, StoredKey>,
  rows: readonly PreparedRow[],
): Set<string> {
  const lost = rows.filter(({ key, write }) => !stored.get(key)?.writes.includes(write));
  return new Set(lost.map(({ key }) => key));
}
