import type { Engine } from "../engine.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { DecisionRow } from "../ports/stored-rows.ts";
import type { Usage } from "../record.ts";
import { toScopeColumns, type Scope } from "../scope.ts";
import { withoutAbsent } from "../without-absent.ts";
import type { Ruling } from "./ruling.ts";

/** Writes decisions to the log, those that changed nothing too, in one commit. */
export async function logDecisions(
  engine: Engine,
  store: MemoryStore,
  rulings: readonly Ruling[],
  {
    scope,
    reportId,
    episodeId,
    usage,
    durationMs,
  }: {
    scope: Scope;
    reportId: string;
    episodeId?: string;
    usage: Usage;
    durationMs: number;
  },
): Promise<void> {
  if (rulings.length === 0) return;
  const decidedAt = engine.settings.now();
  const { inputTokens, outputTokens } = usage;
  const rows = rulings.map(({ decision: { id, ...decision }, model }): DecisionRow => {
    const row = {
      ...decision,
      ...toScopeColumns(scope),
      key: id,
      revision: 1,
      reportId,
      episodeId,
    };
    return withoutAbsent({ ...row, model, decidedAt, inputTokens, outputTokens, durationMs });
  });
  const startedAt = performance.now();
  await store.decisions.append(rows);
  const decisions = rulings.map(({ decision }) => decision);
  engine.emit({
    type: "decided",
    scope,
    reportId,
    decisions,
    durationMs: performance.now() - startedAt,
  });
}
