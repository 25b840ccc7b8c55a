import { logDecisions } from "../add/log-decisions.ts";
import { writeChanges } from "../add/write-changes.ts";
import { createMeter } from "../calls/meter.ts";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { Scope } from "../scope.ts";
import { readOwned } from "./read-owned.ts";
import { rebuildMerged, type Rebuilt } from "./rebuild-merged.ts";
import { createDerivedTest, toldEpisodes, type Wanted } from "./select-erasure.ts";

/** How often a memory is rebuilt anew, because somebody else changed it first. */
const MOST_ROUNDS = 5;

/**
 * Gives the memories into which forgotten exchanges were merged a version of what others gave to
 * them. It comes before the erasure, which takes the versions before it along: killed in between,
 * nothing is lost, and forgetting again goes on from here.
 */
export async function keepOthers(
  engine: Engine,
  store: MemoryStore,
  owners: readonly Scope[],
  wanted: Wanted,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { what } = wanted;
  if (what === "everything" || what.episodeIds.size === 0) return;
  for (const owner of owners) {
    let open = await plan();
    for (let round = 1; open.length > 0; round++) {
      if (round > MOST_ROUNDS) {
        throw new StoreError(`Other writers were quicker ${MOST_ROUNDS} times. Try again.`, {
          operation: "rebuild memories",
        });
      }
      const isOutrun = await write(open, owner);
      // What begins a lineage is outrun only by itself, from a time before.
      open = isOutrun ? (await plan()).filter(({ ruling }) => ruling.effect?.type !== "start") : [];
    }

    async function plan(): Promise<Rebuilt[]> {
      const owned = await readOwned(store, owner);
      const told = toldEpisodes(owned, wanted);
      const { newId } = engine.settings;
      return rebuildMerged(owned, { told, isGoing: createDerivedTest(owned, told), newId });
    }
  }

  async function write(rebuilt: readonly Rebuilt[], scope: Scope): Promise<boolean> {
    const startedAt = performance.now();
    const usage = createMeter();
    const reportId = engine.settings.newId();
    const rulings = rebuilt.map(({ ruling }) => ruling);
    const call = { scope, reportId, signal, meter: usage };
    const { outrun } = await writeChanges(engine, store, rulings, call);
    const written = rebuilt.filter(({ ruling }) => !outrun.includes(ruling));
    const durationMs = Math.round(performance.now() - startedAt);
    for (const { ruling, episodeId } of written.flatMap((one) => [...one.others, one])) {
      const about = { scope, reportId, usage, durationMs };
      await logDecisions(engine, store, [ruling], { ...about, ...(episodeId && { episodeId }) });
    }
    return outrun.length > 0;
  }
}
