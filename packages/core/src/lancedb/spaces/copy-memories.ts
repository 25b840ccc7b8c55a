import type { EmbeddingSpace, Move } from "../../ports/memory-store.ts";
import type { VersionRow } from "../../ports/stored-rows.ts";
import { optimizeTable } from "../maintenance/optimize-table.ts";
import { prepareRows } from "../rows/prepare-rows.ts";
import { fromArrowTable } from "../rows/read-arrow.ts";
import { createRowReader } from "../rows/read-rows.ts";
import { scopedReads } from "../reads/scoped-reads.ts";
import type { TableHandle } from "../table-handle.ts";
import { toArrowTable } from "../rows/write-arrow.ts";
import { writesColumn } from "./fence.ts";

/** Rows per commit, and texts per call of the embedder. */
const BATCH = 128;
/** Each commit leaves a fragment, which every later look costs. */
const BATCHES_PER_COMPACTION = 32;

const EVERYONE = { type: "everyone" } as const;

/** The keys of the rows of `source` that `target` does not have, or has as they were before. */
export async function findDifferences(source: TableHandle, target: TableHandle): Promise<string[]> {
  const [wanted, present] = await Promise.all([readRevisions(source), readRevisions(target)]);
  return [...wanted].flatMap(([key, revision]) => (present.get(key) === revision ? [] : [key]));
}

/**
 * Copies rows to a table of another embedding space, in batches, each text embedded once: a row that
 * was only closed since it was copied keeps its vector.
 */
export async function copyMemories(
  source: TableHandle,
  target: TableHandle,
  keys: readonly string[],
  { space, move, onBatch }: { space: EmbeddingSpace; move: Move; onBatch: (rows: number) => void },
): Promise<void> {
  for (let start = 0, batch = 1; start < keys.length; start += BATCH, batch++) {
    move.signal?.throwIfAborted();
    const some = keys.slice(start, start + BATCH);
    await copyBatch(source, target, some, space, move);
    if (batch % BATCHES_PER_COMPACTION === 0)
      await optimizeTable(target, { olderThan: new Date() });
    onBatch(some.length);
  }
}

async function copyBatch(
  source: TableHandle,
  target: TableHandle,
  keys: readonly string[],
  { embedder }: EmbeddingSpace,
  { embed }: Move,
): Promise<void> {
  const [rows, copied] = await Promise.all([
    readRows<VersionRow>(source, keys, false),
    readRows<VersionRow>(target, keys, true),
  ]);
  const known = new Map(copied.map(({ key, vector }) => [key, vector]));
  const texts = [...new Set(rows.filter(({ key }) => !known.has(key)).map(({ text }) => text))];
  const vectors = texts.length === 0 ? [] : await embed(texts);
  const vectorOf = new Map(texts.map((text, index) => [text, vectors[index]]));
  const moved = rows.map((row) => {
    const vector = known.get(row.key) ?? vectorOf.get(row.text);
    return { ...row, embedder, ...(vector && { vector }) };
  });
  const prepared = prepareRows(moved, target.shape);
  const values = prepared.map((row, index) => ({
    ...row.values,
    writes: rows[index]?.writes ?? [],
  }));
  await target.table
    .mergeInsert(target.keyName)
    .whenMatchedUpdateAll({ where: "source.revision > target.revision" })
    .whenNotMatchedInsertAll()
    .useIndex(false)
    .execute(toArrowTable(target.engine, target.schema, target.columns, values));
}

async function readRevisions(handle: TableHandle): Promise<ReadonlyMap<string, number>> {
  const columns = handle.columns.filter(({ property }) => /^(?:key|revision)$/.test(property));
  const answer = await scopedReads(handle)
    .query(EVERYONE)
    .select(columns.map(({ name }) => name))
    .toArrow();
  const rows = fromArrowTable<{ key: string; revision: number }>(answer, columns);
  return new Map(rows.map(({ key, revision }) => [key, revision]));
}

async function readRows<ROW>(
  handle: TableHandle,
  keys: readonly string[],
  withVector: boolean,
): Promise<(ROW & { writes: string[] })[]> {
  const writes = await writesColumn(handle.table);
  const rows = createRowReader<ROW>(handle, withVector);
  const answer = await scopedReads(handle)
    .query(EVERYONE, { column: "key", isOneOf: keys })
    .select([...rows.select, writes.name])
    .toArrow();
  const written = fromArrowTable<{ writes: string[] }>(answer, [writes]);
  return rows.read(answer).map((row, index) => ({ ...row, writes: written[index]?.writes ?? [] }));
}
