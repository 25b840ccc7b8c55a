import type { Query } from "@lancedb/lancedb";
import { toRowCondition } from "../../rows/row-condition.ts";
import type { Condition } from "../../ports/condition.ts";
import type { Whose } from "../../ports/memory-store.ts";
import type { StoredRow } from "../../ports/stored-rows.ts";
import { compileFilter } from "./compile-filter.ts";
import { retryRead } from "./retry-read.ts";
import { portColumns, type TableHandle } from "../table-handle.ts";

/** The only ways to read a table: whose rows are meant is part of each. */
export interface ScopedReads<ROW extends StoredRow> {
  /** A query that sees no other rows than these, whatever is added to it. */
  query(whose: Whose, where?: Condition<ROW>): Query;
  count(whose: Whose, where?: Condition<ROW>): Promise<number>;
}

/** Reads of a table that cannot leave out whose rows are meant. */
export function scopedReads<ROW extends StoredRow>(handle: TableHandle): ScopedReads<ROW> {
  const { table } = handle;
  const columns = portColumns(handle);
  const toFilter = (whose: Whose, where: Condition<ROW> | undefined) =>
    compileFilter(toRowCondition(whose, where), columns);
  return {
    query: (whose, where) => table.query().where(toFilter(whose, where)),
    count: (whose, where) => retryRead(table, () => table.countRows(toFilter(whose, where))),
  };
}
