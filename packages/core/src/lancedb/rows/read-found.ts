import type { Query, VectorQuery } from "@lancedb/lancedb";
import type { StoredRow } from "../../ports/stored-rows.ts";
import { compareValues } from "../../rows/compare-values.ts";
import { retryRead } from "../reads/retry-read.ts";
import type { TableHandle } from "../table-handle.ts";
import { createRowReader } from "./read-rows.ts";

/** A row that a search found, and for which of its vectors. */
interface Found<ROW> {
  readonly row: ROW;
  /** Higher is better. */
  readonly score: number;
  readonly vectorIndex: number;
}

/** Reads what a search found, with what it reckoned for each row. */
export type FoundReader<ROW> = (
  query: Query | VectorQuery,
  reckoned: { readonly column: string; readonly toScore: (value: number) => number },
  limit: number,
) => Promise<Found<ROW>[]>;

/** Reads the best `limit` rows of a search, for each of its vectors, best first, equal ones by their keys. */
export function createFoundReader<ROW extends StoredRow>(handle: TableHandle): FoundReader<ROW> {
  const rows = createRowReader<ROW>(handle, false);
  return async (query, reckoned, limit) => {
    // LanceDB (0.39.0) refuses a limit of 0.
    if (limit === 0) return [];
    query.select([...rows.select, reckoned.column]).limit(limit);
    const answer = await retryRead(handle.table, () => query.toArrow());
    const values = answer.getChild(reckoned.column);
    const vectorIndexes = answer.getChild("query_index");
    return rows
      .read(answer)
      .map((row, index) => ({
        row,
        score: reckoned.toScore(values?.get(index)),
        vectorIndex: vectorIndexes?.get(index) ?? 0,
      }))
      .toSorted((a, b) => b.score - a.score || compareValues(a.row.key, b.row.key));
  };
}
