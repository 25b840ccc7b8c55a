import type { StoredRow } from "../../ports/stored-rows.ts";
import type { PreparedRow } from "../rows/prepare-rows.ts";
import { fromArrowTable } from "../rows/read-arrow.ts";
import { retryRead } from "../reads/retry-read.ts";
import { scopedReads } from "../reads/scoped-reads.ts";
import { isVanished } from "../store-errors.ts";
import type { TableHandle } from "../table-handle.ts";
import { toArrowTable } from "../rows/write-arrow.ts";

/** Rows of one call: to be added as they are, on the condition that each revision states, or where there is none. */
export interface Write {
  readonly type: "append" | "merge" | "insert";
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

/** Runs a task while nobody else can write to the table; `false`, and not run, where somebody may. */
export type WhileAlone = (task: () => Promise<void>) => Promise<boolean>;

/**
 * Commits writes as one version of the table; inserts as another, unless nobody else can write
 * meanwhile: by default somebody may. No two rows may have one key.
 *
 * An erasure by another process takes away the versions that a commit under way would be checked
 * against: then nothing was written, and it is made again.
 */
export async function commitWrites(
  handle: TableHandle,
  writes: readonly Write[],
  whileAlone: WhileAlone = async () => false,
): Promise<Outcome> {
  try {
    return await commitOnce(handle, writes, whileAlone);
  } catch (error) {
    if (!isVanished(error)) throw error;
    const again = writes.map(({ type, rows }) => ({
      type: type === "append" ? ("insert" as const) : type,
      rows,
    }));
    return commitOnce(handle, again, whileAlone);
  }
}

/** Inserts where it can while nobody else writes, because then the look at their keys is enough. */
async function commitOnce(
  handle: TableHandle,
  writes: readonly Write[],
  whileAlone: WhileAlone,
): Promise<Outcome> {
  let outcome: Outcome | undefined;
  if (writes.some(({ type }) => type === "insert")) {
    await whileAlone(async () => {
      outcome = await lookAndCommit(handle, writes, { isAlone: true });
    });
  }
  return outcome ?? lookAndCommit(handle, writes, { isAlone: false });
}

/**
 * Looks first: a row that was written before, or whose turn has passed, needs no commit, and one of
 * revision n > 1 that has nothing to replace would be inserted by the merge. Whatever happens after
 * the look, the merge sees; where nobody else writes, nothing happens, and what is missing is
 * appended: the merge would read all keys, which takes 22 ms more at 100,000 rows (0.39.0).
 */
async function lookAndCommit(
  handle: TableHandle,
  writes: readonly Write[],
  { isAlone }: { isAlone: boolean },
): Promise<Outcome> {
  const rowsOf = (wanted: Write["type"]) =>
    writes.flatMap(({ type, rows }) => (type === wanted ? rows : []));
  const [appended, merged, inserted] = [rowsOf("append"), rowsOf("merge"), rowsOf("insert")];
  const stored = await readStored(handle, [...merged, ...inserted]);
  const there = new Set(stored.keys());
  const due = merged.filter(({ key, revision, continues }) => {
    const hasPlace = continues === undefined || there.has(continues);
    const isNext = revision === (stored.get(key)?.revision ?? 0) + 1;
    if (hasPlace && isNext) there.add(key);
    return hasPlace && isNext;
  });
  const missing = inserted.filter(({ key }) => !stored.has(key));
  const written = new Set([...due, ...missing]);
  const [added, guarded] = isAlone ? [[...appended, ...missing], []] : [appended, missing];
  const refused = [
    ...keysNotIn(
      stored,
      [...merged, ...inserted].filter((row) => !written.has(row)),
    ),
    ...(await insertRows(handle, guarded)),
    ...(await mergeRows(handle, { added, due, stored })),
  ];
  return { refused: new Set(refused), committed: appended.length + written.size };
}

/** Inserts rows whose keys were missing: the keys of those that somebody else inserted meanwhile. */
async function insertRows(
  handle: TableHandle,
  rows: readonly PreparedRow[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const { numInsertedRows } = await handle.table
    .mergeInsert(handle.keyName)
    .whenNotMatchedInsertAll()
    .useIndex(false)
    .execute(toSource(handle, rows));
  if (numInsertedRows === rows.length) return new Set();
  return keysNotIn(await readStored(handle, rows), rows);
}

async function mergeRows(
  handle: TableHandle,
  {
    added,
    due,
    stored,
  }: {
    added: readonly PreparedRow[];
    due: readonly PreparedRow[];
    stored: ReadonlyMap<string, StoredKey>;
  },
): Promise<ReadonlySet<string>> {
  const rows = [...added, ...due];
  if (rows.length === 0) return new Set();
  const source = toSource(handle, rows, stored);
  if (due.length === 0) {
    await handle.table.add(source);
    return new Set();
  }

  // With an index on the key the merge would let two processes insert it twice (0.39.0, lance#9238).
  const { numInsertedRows, numUpdatedRows } = await handle.table
    .mergeInsert(handle.keyName)
    .whenMatchedUpdateAll({ where: "source.revision = target.revision + 1" })
    .whenNotMatchedInsertAll()
    .useIndex(false)
    .execute(source);
  const updates = due.filter(({ key }) => stored.has(key)).length;
  if (numUpdatedRows === updates && numInsertedRows === rows.length - updates) return new Set();
  return keysNotIn(await readStored(handle, rows), rows);
}

function toSource(
  { engine, schema, columns }: TableHandle,
  rows: readonly PreparedRow[],
  stored: ReadonlyMap<string, StoredKey> = new Map(),
) {
  return toArrowTable(
    engine,
    schema,
    columns,
    rows.map(({ key, values, write }) => {
      const earlier = stored.get(key)?.writes ?? [];
      return { ...values, writes: [...earlier, write].slice(-REMEMBERED_WRITES) };
    }),
  );
}

/** What is stored under a key, and which writes made it what it is. */
type StoredKey = Pick<StoredRow, "key" | "revision"> & { readonly writes: readonly string[] };

async function readStored(
  handle: TableHandle,
  rows: readonly PreparedRow[],
): Promise<ReadonlyMap<string, StoredKey>> {
  if (rows.length === 0) return new Map();
  const columns = handle.columns.filter(({ property }) => STORED_KEY.has(property));
  const keys = rows.flatMap(({ key, continues }) => (continues ? [key, continues] : [key]));
  const query = scopedReads(handle)
    .query({ type: "everyone" }, { column: "key", isOneOf: keys })
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
