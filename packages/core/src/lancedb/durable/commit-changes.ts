import type { TableHandle } from "../table-handle.ts";
import { compileFilter } from "../reads/compile-filter.ts";
import { toArrowTable } from "../rows/write-arrow.ts";
import { retryCommit } from "../writes/retry-commit.ts";
import type { Outcome } from "../writes/commit-writes.ts";
import type { Change, ChangedRow } from "./prepare-change.ts";

const NOTHING_REFUSED: ReadonlySet<string> = new Set();

/**
 * Commits changes: what is appended as one version of the table, what is put in the place of other
 * rows as another, what is removed as a third.
 */
export async function commitChanges(
  handle: TableHandle,
  changes: readonly Change[],
): Promise<Outcome> {
  const { table, keyName } = handle;
  const rowsOf = (type: Change["type"]) =>
    changes.flatMap((change) => (change.type === type ? change.rows : []));
  const appended = rowsOf("append");
  const changed = rowsOf("upsert");
  const written = changed.filter(({ values }) => values !== undefined);
  const removed = changed.filter(({ values }) => values === undefined);

  if (appended.length > 0) await retryCommit(() => table.add(toSource(handle, appended)));
  if (written.length > 0) {
    // With an index on the key the merge would let two processes insert it twice (0.39.0, lance#9238).
    await retryCommit(() =>
      table
        .mergeInsert(keyName)
        .whenMatchedUpdateAll()
        .whenNotMatchedInsertAll()
        .useIndex(false)
        .execute(toSource(handle, written)),
    );
  }
  if (removed.length > 0) {
    const isRemoved = { column: "key", isOneOf: removed.map(({ key }) => key) };
    await retryCommit(() => table.delete(compileFilter(isRemoved, handle.columns)));
  }
  return { refused: NOTHING_REFUSED, committed: appended.length + changed.length };
}

function toSource({ engine, schema, columns }: TableHandle, rows: readonly ChangedRow[]) {
  const values = rows.flatMap(({ values: row }) => (row ? [row] : []));
  return toArrowTable(engine, schema, columns, values);
}
