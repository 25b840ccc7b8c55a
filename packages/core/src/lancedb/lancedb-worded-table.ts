import type { WordedTable } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";
import { type LanceDBTable, lanceDBTable } from "./lancedb-table.ts";
import { scopedReads } from "./reads/scoped-reads.ts";
import { createFoundReader } from "./rows/read-found.ts";
import type { TableAccess } from "./table-access.ts";

/** A table of the port on one of LanceDB, whose rows can be found by their words. */
export function lanceDBWordedTable<ROW extends StoredRow & { terms: string }>(
  access: TableAccess,
): LanceDBTable<ROW> & WordedTable<ROW> {
  const { handle, call } = access;
  const { lancedb } = handle.engine;
  const reads = scopedReads<ROW>(handle);
  const readFound = createFoundReader<ROW>(handle);

  return {
    ...lanceDBTable<ROW>(access),

    findByTerms: (whose, termLists, { where, limit }) =>
      call("search", async () => {
        const searches = termLists.map(async (terms) => {
          if (terms.length === 0) return [];
          const match = new lancedb.MatchQuery(terms.join(" "), "terms", {
            operator: lancedb.Operator.Or,
          });
          const query = reads.query(whose, where).fullTextSearch(match);
          const found = await readFound(query, { column: "_score", toScore: Number }, limit);
          return found.map(({ row, score }) => ({ row, bm25: score }));
        });
        return Promise.all(searches);
      }),
  };
}
