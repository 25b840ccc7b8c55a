import { fromScopeKey, type StoredRow, type Tally } from "@palimpsest/core";
import type { Part } from "../../wire.ts";

/** How many rows are under each scope, in the order of their keys: after a user what is the user's. */
export function countParts(): Tally<Pick<StoredRow, "scope">, Part[]> {
  const counts = new Map<string, number>();
  return {
    add({ scope }) {
      counts.set(scope, (counts.get(scope) ?? 0) + 1);
    },
    result: () =>
      [...counts.keys()]
        .toSorted()
        .map((scope) => ({ ids: fromScopeKey(scope), memories: counts.get(scope) ?? 0 })),
  };
}
