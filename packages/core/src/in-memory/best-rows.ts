import type { StoredRow } from "../ports/stored-rows.ts";
import { compareValues } from "../rows/compare-values.ts";

/** Copies of the `limit` rows of the highest scores, highest first, equal ones by their keys, without vectors. */
export function bestRows<ROW extends StoredRow>(
  rows: readonly ROW[],
  scores: readonly number[],
  limit: number,
): { row: ROW; score: number }[] {
  return rows
    .map((row, index) => ({ row, score: scores[index] ?? 0 }))
    .toSorted((a, b) => b.score - a.score || compareValues(a.row.key, b.row.key))
    .slice(0, limit)
    .map(({ row, score }) => ({ row: structuredClone(withoutVector(row)), score }));
}

/** The row without the vector that it may have. */
export function withoutVector<ROW extends StoredRow>(row: ROW): ROW {
  const { vector: _, ...rest } = row as ROW & { vector?: unknown };
  return rest as unknown as ROW;
}
