import type { Amendment } from "../../ports/erasure.ts";
import type { VersionRow } from "../../ports/stored-rows.ts";
import { amendRow } from "../../rows/amend-row.ts";
import { successorKey } from "../../rows/lineage-keys.ts";
import { compileFilter } from "../reads/compile-filter.ts";
import { scopedReads } from "../reads/scoped-reads.ts";
import { prepareRows } from "../rows/prepare-rows.ts";
import { createRowReader } from "../rows/read-rows.ts";
import type { TableHandle } from "../table-handle.ts";
import { commitWrites } from "../writes/commit-writes.ts";
import { retryCommit } from "../writes/retry-commit.ts";
import { rewriteTable } from "./rewrite-table.ts";

/** Keys of one predicate, and rows of one commit. */
const MOST_AT_ONCE = 1_000;

/**
 * Takes rows out of a table and its files for good, and amends others. Nothing may be committed by
 * this process meanwhile. Doing it again changes nothing.
 */
export async function eraseRows(
  handle: TableHandle,
  { remove, amend = [] }: { remove: readonly string[]; amend?: readonly Amendment[] },
): Promise<void> {
  if (remove.length + amend.length === 0) return;
  for (const amendments of inParts(amend)) await amendRows(handle, amendments);
  let open = remove;
  do {
    for (const keys of inParts(open)) {
      const where = compileFilter({ column: "key", isOneOf: keys }, handle.columns);
      await retryCommit(() => handle.table.delete(where));
    }
    await rewriteTable(handle);
    // A merge of another process that had found a row before it went has inserted it again, and
    // with it what continues it.
    const returned = await findKeys(handle, open);
    open = [...returned, ...returned.flatMap((key) => successorKey(key) ?? [])];
  } while (open.length > 0);
}

async function findKeys(handle: TableHandle, keys: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const part of inParts(keys)) {
    const rows = await scopedReads(handle)
      .query({ type: "everyone" }, { column: "key", isOneOf: part })
      .select([handle.keyName])
      .toArray();
    found.push(...rows.map((row: Record<string, string>) => row[handle.keyName] ?? ""));
  }
  return found;
}

async function amendRows(handle: TableHandle, amendments: readonly Amendment[]): Promise<void> {
  const byKey = new Map(amendments.map((amendment) => [amendment.key, amendment]));
  const rows = createRowReader<VersionRow>(handle, true);
  for (let open = [...byKey.keys()]; open.length > 0;) {
    const answer = await scopedReads(handle)
      .query({ type: "everyone" }, { column: "key", isOneOf: open })
      .select([...rows.select])
      .toArrow();
    const amended = rows.read(answer).flatMap((row) => {
      const amendment = byKey.get(row.key);
      return (amendment && amendRow(row, amendment)) ?? [];
    });
    if (amended.length === 0) return;
    const { refused } = await commitWrites(handle, [
      { type: "merge", rows: prepareRows(amended, handle.shape) },
    ]);
    // Refused is what another process has changed since it was read.
    open = [...refused];
  }
}

function inParts<ITEM>(items: readonly ITEM[]): ITEM[][] {
  const parts = Math.ceil(items.length / MOST_AT_ONCE);
  return Array.from({ length: parts }, (_, part) =>
    items.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
  );
}
