/**
 * Rows of a scope up to which a search compares the query with each: with 10,000 scattered over a
 * table of 100,000 that takes 13 ms and by the index 8, in one of a million 19 and 28; with 2,000,
 * 7 and 9, or 13 and 23 (0.39.0).
 */
const MOST_ROWS_COMPARED = 10_000;

/** Scopes whose size is remembered. */
const MOST_SCOPES_KNOWN = 10_000;

/** How a search goes about it: every row of the scope, or those that the vector index is for. */
export type SearchPlan = "exact" | "by index";

/** The sizes that searches are planned by. */
export interface RowCounts<SCOPE> {
  /** All rows of the table: known from its manifest, in 0.03 ms. */
  readonly ofTable: () => Promise<number>;
  /** The rows of a scope, counted in its index, in 1 ms. */
  readonly of: (scope: SCOPE) => Promise<number>;
}

/** Plans the searches of a table by how many rows their scopes have. */
export function createSearchPlanner<SCOPE>(
  count: RowCounts<SCOPE>,
): (scope: SCOPE) => Promise<SearchPlan> {
  const smallScopes = new Map<string, { rows: number; tableRows: number }>();

  return async (scope) => {
    const tableRows = await count.ofTable();
    if (tableRows <= MOST_ROWS_COMPARED) return "exact";
    const key = JSON.stringify(scope);
    const known = smallScopes.get(key);
    // A scope grows by no more than the whole table: only then it is counted again.
    const growth = known === undefined ? 0 : Math.max(0, tableRows - known.tableRows);
    if (known && known.rows + growth <= MOST_ROWS_COMPARED) return "exact";
    smallScopes.delete(key);
    const rows = await count.of(scope);
    if (rows > MOST_ROWS_COMPARED) return "by index";
    smallScopes.set(key, { rows, tableRows });
    const [oldest] = smallScopes.keys();
    if (smallScopes.size > MOST_SCOPES_KNOWN && oldest !== undefined) smallScopes.delete(oldest);
    return "exact";
  };
}
