import type { MemoryTable } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { bm25 } from "./bm25.ts";
import { copyVector } from "../rows/copy-vector.ts";
import { cosine } from "./cosine.ts";
import type { InMemoryTable } from "./in-memory-table.ts";
import { compareValues } from "../rows/compare-values.ts";

/** The memories on maps: every search compares every row of its scope. */
export function inMemoryMemories(
  table: InMemoryTable<VersionRow>,
  dimensions: number,
): MemoryTable {
  return {
    ...table,
    async find(whose, query = {}) {
      const rows = await table.find(whose, query);
      return query.withVector === true ? rows : rows.map(withoutVector);
    },
    async findNearest(whose, vectors, { where, limit }) {
      const rows = table.select(whose, where);
      return vectors.map((given) => {
        const vector = copyVector(given, dimensions, "find the nearest memories");
        const scores = rows.map((row) => cosine(vector, row.vector ?? []));
        return best(rows, scores, limit).map(({ row, score }) => ({ row, cosine: score }));
      });
    },
    async findByTerms(whose, termLists, { where, limit }) {
      const rows = table.select(whose, where);
      const texts = rows.map((row) => row.terms);
      return termLists.map((terms) =>
        best(rows, bm25(terms, texts), limit)
          .filter(({ score }) => score > 0)
          .map(({ row, score }) => ({ row, bm25: score })),
      );
    },
  };
}

/** Copies of the `limit` rows of the highest scores, highest first, equal ones by their keys. */
function best(rows: readonly VersionRow[], scores: readonly number[], limit: number) {
  return rows
    .map((row, index) => ({ row, score: scores[index] ?? 0 }))
    .toSorted((a, b) => b.score - a.score || compareValues(a.row.key, b.row.key))
    .slice(0, limit)
    .map(({ row, score }) => ({ row: structuredClone(withoutVector(row)), score }));
}

function withoutVector(row: VersionRow): VersionRow {
  const { vector: _, ...rest } = row;
  return rest;
}
