import type { ScopeCount, Tally } from "../ports/memory-store.ts";
import type { StoredRow } from "../ports/stored-rows.ts";

/**
 * Counts the rows of the first `limit` scopes, in the order of their keys; holds at most twice as many,
 * however many are added.
 */
export function countScopes(limit: number): Tally<Pick<StoredRow, "scope">, ScopeCount[]> {
  const counts = new Map<string, number>();
  let last: string | undefined;

  function keepFirst(): string[] {
    const scopes = [...counts.keys()].toSorted();
    for (const scope of scopes.slice(limit)) counts.delete(scope);
    return scopes.slice(0, limit);
  }

  return {
    add({ scope }) {
      // What comes after as many as are wanted is never among the first again.
      if (last !== undefined && scope > last) return;
      counts.set(scope, (counts.get(scope) ?? 0) + 1);
      if (counts.size > 2 * limit) last = keepFirst().at(-1);
    },
    result: () => keepFirst().map((scope) => ({ scope, rows: counts.get(scope) ?? 0 })),
  };
}
