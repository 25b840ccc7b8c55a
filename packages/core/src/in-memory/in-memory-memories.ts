import type { MemoryTable } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { copyVector } from "../rows/copy-vector.ts";
import { bestRows, withoutVector } from "./best-rows.ts";
import { cosine } from "./cosine.ts";
import type { InMemoryTable } from "./in-memory-table.ts";
import { inMemoryWordedTable } from "./in-memory-worded-table.ts";

/** The memories on maps: every search compares every row of its scope. */
export function inMemoryMemories(
  table: InMemoryTable<VersionRow>,
  dimensions: number,
): MemoryTable {
  return {
    ...inMemoryWordedTable(table),
    async find(whose, query = {}) {
      const rows = await table.find(whose, query);
      return query.withVector === true ? rows : rows.map(withoutVector);
    },
    async findNearest(whose, vectors, { where, limit }) {
      const rows = table.select(whose, where);
      return vectors.map((given) => {
        const vector = copyVector(given, dimensions, "find the nearest memories");
        const scores = rows.map((row) => cosine(vector, row.vector ?? []));
        return bestRows(rows, scores, limit).map(({ row, score }) => ({ row, cosine: score }));
      });
    },
  };
}
