import type { Condition } from "../../ports/condition.ts";
import type { Tally, Whose } from "../../ports/memory-store.ts";
import type { StoredRow } from "../../ports/stored-rows.ts";
import { fromArrowBatch } from "../rows/read-arrow.ts";
import { findColumn } from "../schema/columns.ts";
import { portColumns, type TableHandle } from "../table-handle.ts";
import { retryRead } from "./retry-read.ts";
import { scopedReads } from "./scoped-reads.ts";

/** What a tally makes of some columns. LanceDB (0.39.0) groups nothing itself: they come batch by batch. */
export async function tallyColumns<
  ROW extends StoredRow,
  COLUMN extends keyof ROW & string,
  RESULT,
>(
  handle: TableHandle,
  whose: Whose,
  {
    columns,
    begin,
    where,
  }: {
    columns: readonly COLUMN[];
    begin: () => Tally<Pick<ROW, COLUMN>, RESULT>;
    where: Condition<ROW> | undefined;
  },
): Promise<RESULT> {
  const known = portColumns(handle);
  const read = columns.map((column) => findColumn(known, column));
  return retryRead(handle.table, async () => {
    const tally = begin();
    const query = scopedReads<ROW>(handle).query(whose, where);
    for await (const batch of query.select(read.map(({ name }) => name))) {
      for (const row of fromArrowBatch<Pick<ROW, COLUMN>>(batch, read)) tally.add(row);
    }
    return tally.result();
  });
}
