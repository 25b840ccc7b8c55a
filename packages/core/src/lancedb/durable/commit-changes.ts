import type { TableHandle } from "../table-handle.ts";
import { toArrowTable } from "../rows/write-arrow.ts";
import { retryCommit } from "../writes/retry-commit.ts";
import type { Outcome } from "../writes/commit-writes.ts";
import type { Change, ChangedRow } from "./prepare-change.ts";

const NOTHING_REFUSED: ReadonlySet<string> = new Set();

/**
 * Commits changes: what is appended as one version of the table, what is put in the place of other
 * rows as another.
 */
export async function commitChanges(
  handle: TableHandle,
  changes: readonly Change[],
): Promise<Outcome> {
  const { table, keyName } = handle;
  const rowsOf = (type: Change["type"]) =>
    changes.flatMap((change) => (change.type === type ? change.rows : []));
  const appended = rowsOf("append");
  const put = rowsOf("upsert");

  if (appended.length > 0) await retryCommit(() => table.add(toSource(handle, appended)));
  if (put.length > 0) {
    // With an index on the key the merge would let two processes insert it twice (0.39.0, lance#9238).
    await retryCommit(() =>
      table
        .mergeInsert(keyName)
        .whenMatchedUpdateAll()
        .whenNotMatchedInsertAll()
        .useIndex(false)
        .execute(toSource(handle, put)),
    );
  }
  return { refused: NOTHING_REFUSED, committed: appended.length + put.length };
}

function toSource({ engine, schema, columns }: TableHandle, rows: readonly ChangedRow[]) {
  return toArrowTable(
    engine,
    schema,
    columns,
    rows.map(({ values }) => values),
  );
}
