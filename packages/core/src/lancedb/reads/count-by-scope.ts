import { countScopes } from "../../rows/count-scopes.ts";
import type { ScopeCount, ScopePage } from "../../ports/memory-store.ts";
import type { Condition } from "../../ports/condition.ts";
import type { StoredRow } from "../../ports/stored-rows.ts";
import type { TableHandle } from "../table-handle.ts";
import { tallyColumns } from "./tally-columns.ts";

/** Rows by scope, of which only the first of a page are kept. */
export async function countByScope<ROW extends StoredRow>(
  handle: TableHandle,
  { behind, limit }: ScopePage,
  where?: Condition<ROW>,
): Promise<ScopeCount[]> {
  const isBehind: Condition<StoredRow>[] =
    behind === undefined ? [] : [{ column: "scope", isAbove: behind }];
  const isWanted = {
    all: [...isBehind, ...(where === undefined ? [] : [where])],
  } as Condition<ROW>;
  return tallyColumns(
    handle,
    { type: "everyone" },
    {
      columns: ["scope"],
      begin: () => countScopes(limit),
      where: isWanted,
    },
  );
}
