import { StoreError } from "../errors.ts";
import type { Query, Table, Whose } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";
import { findColumn } from "./schema/columns.ts";
import { prepareRows } from "./rows/prepare-rows.ts";
import { createRowReader } from "./rows/read-rows.ts";
import { countByScope } from "./reads/count-by-scope.ts";
import { retryRead } from "./reads/retry-read.ts";
import { scopedReads } from "./reads/scoped-reads.ts";
import { tallyColumns } from "./reads/tally-columns.ts";
import type { TableAccess } from "./table-access.ts";
import { portColumns } from "./table-handle.ts";

/** A table of the port, whose rows have their vectors if that is asked for. */
export interface LanceDBTable<ROW extends StoredRow> extends Table<ROW> {
  find(whose: Whose, query?: Query<ROW> & { withVector?: boolean }): Promise<ROW[]>;
}

/** A table of the port on one of LanceDB. */
export function lanceDBTable<ROW extends StoredRow>({
  handle,
  write,
  call,
}: TableAccess): LanceDBTable<ROW> {
  const { shape, keyName } = handle;
  const reads = scopedReads<ROW>(handle);
  const rowsWithVectors = createRowReader<ROW>(handle, true);
  const rowsWithoutVectors = createRowReader<ROW>(handle, false);

  return {
    find: (whose, { where, orderBy, limit, withVector = false } = {}) =>
      call("find", async () => {
        const rows = withVector ? rowsWithVectors : rowsWithoutVectors;
        const query = reads.query(whose, where).select([...rows.select]);
        if (orderBy) {
          const { name } = findColumn(portColumns(handle), orderBy.column);
          // What is ordered by has to be selected, or planning fails where an index is used (0.39.0).
          query.select([...new Set([...rows.select, name, keyName])]);
          query.orderBy([
            { columnName: name, ascending: orderBy.descending !== true, nullsFirst: false },
            { columnName: keyName, ascending: true, nullsFirst: false },
          ]);
        }
        // LanceDB (0.39.0) refuses a limit of 0.
        if (limit === 0) return [];
        if (limit !== undefined) query.limit(limit);
        return rows.read(await retryRead(handle.table, () => query.toArrow()));
      }),

    count: (whose, where) => call("count", () => reads.count(whose, where)),

    countByScope: (page, where) => call("count", () => countByScope(handle, page, where)),

    tally: (whose, columns, begin, where) =>
      call("tally", () => tallyColumns(handle, whose, { columns, begin, where })),

    append: (rows) =>
      call("append to", async () => {
        const [taken] = await write({ type: "append", rows: prepareRows(rows, shape) });
        if (taken === undefined) return;
        throw new StoreError(`${shape.name}: the key "${taken}" was used before.`, {
          operation: `append to ${shape.name}`,
        });
      }),

    insert: (rows) =>
      call("insert into", async () => ({
        refused: await write({ type: "insert", rows: prepareRows(rows, shape) }),
      })),

    merge: (rows) =>
      call("merge into", async () => ({
        refused: await write({ type: "merge", rows: prepareRows(rows, shape) }),
      })),
  };
}
