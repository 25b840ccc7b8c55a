import type { WordedTable } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";
import { bm25 } from "./bm25.ts";
import { bestRows } from "./best-rows.ts";
import type { InMemoryTable } from "./in-memory-table.ts";

/** A table on maps whose rows can be found by their words: every search compares every row of its scope. */
export function inMemoryWordedTable<ROW extends StoredRow & { terms: string }>(
  table: InMemoryTable<ROW>,
): InMemoryTable<ROW> & WordedTable<ROW> {
  return {
    ...table,
    async findByTerms(whose, termLists, { where, limit }) {
      const rows = table.select(whose, where);
      const texts = rows.map((row) => row.terms);
      return termLists.map((terms) =>
        bestRows(rows, bm25(terms, texts), limit)
          .filter(({ score }) => score > 0)
          .map(({ row, score }) => ({ row, bm25: score })),
      );
    },
  };
}
