import { countScopes } from "../../rows/count-scopes.ts";
import type { ScopeCount, ScopePage } from "../../ports/memory-store.ts";
import type { Condition } from "../../ports/condition.ts";
import type { StoredRow } from "../../ports/stored-rows.ts";
import type { TableHandle } from "../table-handle.ts";
import { retryRead } from "./retry-read.ts";
import { scopedReads } from "./scoped-reads.ts";

const SCOPE = "scope";

/** Rows by scope. LanceDB (0.39.0) groups nothing itself: the column comes batch by batch, and is counted here. */
export async function countByScope<ROW extends StoredRow>(
  handle: TableHandle,
  { behind, limit }: ScopePage,
  where?: Condition<ROW>,
): Promise<ScopeCount[]> {
  const isBehind: Condition<StoredRow>[] =
    behind === undefined ? [] : [{ column: SCOPE, isAbove: behind }];
  const isWanted = {
    all: [...isBehind, ...(where === undefined ? [] : [where])],
  } as Condition<ROW>;
  return retryRead(handle.table, async () => {
    const counter = countScopes(limit);
    const query = scopedReads<ROW>(handle).query({ type: "everyone" }, isWanted).select([SCOPE]);
    for await (const batch of query) {
      for (const scope of batch.getChild(SCOPE) ?? []) counter.add(scope as string);
    }
    return counter.first();
  });
}
