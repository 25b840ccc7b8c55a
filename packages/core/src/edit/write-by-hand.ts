import { logDecisions } from "../add/log-decisions.ts";
import type { Effect, Ruling } from "../add/ruling.ts";
import { writeChanges } from "../add/write-changes.ts";
import { createMeter } from "../calls/meter.ts";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { AddReport, Change, Decision, MemoryId } from "../record.ts";
import { ownerKey, type Scope } from "../scope.ts";
import { withoutAbsent } from "../without-absent.ts";

/** The report of what a person decided: no exchange belongs to it. */
export type EditReport = Pick<AddReport, "id" | "decisions" | "usage" | "durationMs">;

/** What an edit changed, and the decisions behind it. */
export interface EditResult {
  results: Change[];
  report: EditReport;
}

/**
 * Says what is to be done, from what is there. Asked again when another process was quicker, with
 * the lineages that this edit has continued by then.
 */
type Decide = (store: MemoryStore, settled: ReadonlySet<string>) => Promise<readonly Ruling[]>;

/** How often an edit is made anew, because somebody else changed its memory first. */
const MOST_ROUNDS = 5;

/** Changes memories as a person decided, in the order of the owner's calls. */
export async function changeByHand(
  engine: Engine,
  scope: Scope,
  decide: Decide,
  signal?: AbortSignal,
): Promise<EditResult> {
  return engine.owners.run(ownerKey(scope), async () => writeByHand(engine, scope, decide, signal));
}

/**
 * Writes what a person decided, by the same door as what a model did: in one commit, with each
 * decision in the log. Waits for nobody, so it is for what changes no memory that is there.
 */
export async function writeByHand(
  engine: Engine,
  scope: Scope,
  decide: Decide,
  signal?: AbortSignal,
): Promise<EditResult> {
  signal?.throwIfAborted();
  const startedAt = performance.now();
  const store = await engine.store();
  const reportId = engine.settings.newId();
  const usage = createMeter();
  const call = { scope, reportId, signal, meter: usage };
  const results: Change[] = [];
  const rulings: Ruling[] = [];
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const decided = await decide(store, new Set(rulings.flatMap(continuedLineage)));
    const { changes, outrun } = await writeChanges(engine, store, decided, call);
    results.push(...changes);
    rulings.push(...decided.filter((ruling) => !outrun.includes(ruling)));
    if (outrun.length > 0) continue;
    const durationMs = Math.round(performance.now() - startedAt);
    await logDecisions(engine, store, rulings, { scope, reportId, usage, durationMs });
    const decisions = rulings.map(({ decision }) => decision);
    return { results, report: { id: reportId, decisions, usage, durationMs } };
  }
  throw new StoreError(`Other writers were quicker ${MOST_ROUNDS} times. Try again.`, {
    operation: "write changes",
  });
}

function continuedLineage({ effect }: Ruling): string[] {
  return effect?.type === "continue" ? [effect.head.lineage] : [];
}

/** A ruling that a person made. */
export function ruleByHand(
  engine: Engine,
  operation: Decision["operation"],
  reason: string,
  effect: Effect,
): Ruling {
  const { next } = effect;
  return {
    decision: withoutAbsent({
      id: engine.settings.newId(),
      operation,
      target: effect.type === "continue" ? (effect.head.memoryId as MemoryId) : undefined,
      memory: next.status === "current" ? next.text : undefined,
      reason,
      actor: "person",
    }),
    effect,
  };
}

/** The one change of an edit that makes one. */
export function onlyChange({ results: [change] }: EditResult): Change {
  if (change === undefined) throw new RangeError("The edit made no change.");
  return change;
}
