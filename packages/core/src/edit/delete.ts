import { draftRetraction } from "../add/draft-version.ts";
import type { Ruling } from "../add/ruling.ts";
import type { Engine } from "../engine.ts";
import { findChangeable } from "../look-up/find-version.ts";
import { readInclude } from "../look-up/include.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { Change } from "../record.ts";
import { parseScope, type Scope } from "../scope.ts";
import { changeByHand, onlyChange, ruleByHand, type EditResult } from "./write-by-hand.ts";

/** Retracts a memory, or drops one that is in quarantine, by hand. Nothing is destroyed: `history` shows it, `undo` brings it back. */
export async function deleteOne(
  engine: Engine,
  id: string,
  options: Scope & { signal?: AbortSignal | undefined },
): Promise<Change> {
  const scope = parseScope(options);
  const result = await changeByHand(
    engine,
    scope,
    async (store) => [retract(engine, await findChangeable(store, id, scope, "quarantined"))],
    options.signal,
  );
  return onlyChange(result);
}

/** What `deleteAll` takes. */
export type DeleteAllOptions = Scope & {
  /** `subtree`: also what carries more ids than the given ones, like the user's sessions. */
  include?: "subtree" | undefined;
  signal?: AbortSignal | undefined;
};

/** Retracts all current memories that carry exactly the given ids, in one commit. */
export async function deleteAll(engine: Engine, options: DeleteAllOptions): Promise<EditResult> {
  const scope = parseScope(options);
  const include = readInclude(options.include);
  const whose = { type: include.has("subtree") ? "subtree" : "exact", scope } as const;
  return changeByHand(
    engine,
    scope,
    async (store) => {
      const rows = await store.memories.find(whose, {
        where: { column: "status", equals: "current" },
        orderBy: { column: "memoryId" },
      });
      return rows.map((row) => retract(engine, row));
    },
    options.signal,
  );
}

function retract(engine: Engine, head: VersionRow): Ruling {
  const validTo = engine.settings.now();
  const next = draftRetraction(head, validTo);
  return ruleByHand(engine, "DELETE", "deleted by hand", { type: "continue", head, validTo, next });
}
