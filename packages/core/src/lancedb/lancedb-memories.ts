import type { Query, VectorQuery } from "@lancedb/lancedb";
import { copyVector } from "../rows/copy-vector.ts";
import { compareValues } from "../rows/compare-values.ts";
import type { MemoryTable, Whose } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { lanceDBTable } from "./lancedb-table.ts";
import { createSearchPlanner } from "./reads/plan-search.ts";
import { createRowReader } from "./rows/read-rows.ts";
import { retryRead } from "./reads/retry-read.ts";
import { scopedReads } from "./reads/scoped-reads.ts";
import type { TableAccess } from "./table-access.ts";
import { toCosine } from "./reads/to-cosine.ts";
import { searchByIndex } from "./reads/vector-index.ts";

/** A row that a search found, and for which of its vectors. */
interface Found {
  readonly row: VersionRow;
  /** Higher is better. */
  readonly score: number;
  readonly vectorIndex: number;
}

/** The memories on a table of LanceDB. */
export function lanceDBMemories(access: TableAccess): MemoryTable {
  const { handle, call } = access;
  const { lancedb } = handle.engine;
  const { dimensions } = handle.shape;
  const reads = scopedReads<VersionRow>(handle);
  const planSearch = createSearchPlanner<Whose>({
    ofTable: () => handle.table.countRows(),
    of: (whose) => reads.count(whose),
  });
  const rows = createRowReader<VersionRow>(handle, false);

  return {
    ...lanceDBTable<VersionRow>(access),

    findNearest: (whose, vectors, { where, limit }) =>
      call("search", async () => {
        const [first, ...others] = vectors.map((vector) =>
          copyVector(vector, dimensions, "search memories"),
        );
        if (first === undefined) return [];
        if (limit === 0) return vectors.map(() => []);
        // All vectors in one query: five take a third of the time of five queries (0.39.0).
        const query = reads
          .query(whose, where)
          .nearestTo(first)
          .column("vector")
          .distanceType("cosine");
        if ((await planSearch(whose)) === "exact") query.bypassVectorIndex();
        else searchByIndex(query, limit);
        for (const other of others) query.addQueryVector(other);
        const found = await search(query, { column: "_distance", toScore: toCosine }, limit);
        return vectors.map((_, index) =>
          found
            .filter(({ vectorIndex }) => vectorIndex === index)
            .map(({ row, score }) => ({ row, cosine: score })),
        );
      }),

    findByTerms: (whose, termLists, { where, limit }) =>
      call("search", async () => {
        const searches = termLists.map(async (terms) => {
          if (terms.length === 0) return [];
          const match = new lancedb.MatchQuery(terms.join(" "), "terms", {
            operator: lancedb.Operator.Or,
          });
          const query = reads.query(whose, where).fullTextSearch(match);
          const found = await search(query, { column: "_score", toScore: Number }, limit);
          return found.map(({ row, score }) => ({ row, bm25: score }));
        });
        return Promise.all(searches);
      }),
  };

  /** The best `limit` rows of each vector, best first, equal ones by their keys. */
  async function search(
    query: Query | VectorQuery,
    reckoned: { column: string; toScore: (value: number) => number },
    limit: number,
  ): Promise<Found[]> {
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
  }
}
