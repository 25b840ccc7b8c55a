import { attemptEpisode } from "../add/attempt-episode.ts";
import type { Engine } from "../engine.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { fromScopeColumns, ownerKey } from "../scope.ts";
import { claim, isFree, release } from "./claims.ts";

/**
 * Takes up the exchanges that are pending and that nobody works on, oldest first, until none is
 * left or one fails again: then the rest would, too, and waits for the next time.
 */
export async function retryPending(engine: Engine): Promise<void> {
  engine.hasPostponed = false;
  const store = await engine.store();
  const rows = await store.episodes.find(
    { type: "everyone" },
    { where: { column: "status", equals: "pending" }, orderBy: { column: "recordedAt" } },
  );
  for (const row of rows) {
    if (engine.isClosing) return;
    const owner = ownerKey(fromScopeColumns(row));
    const isDone = await engine.owners.run(owner, async () => takeUp(engine, store, row.key));
    if (!isDone) return;
  }
}

/** Resolves with `false` when the exchange failed again. */
async function takeUp(engine: Engine, store: MemoryStore, key: string): Promise<boolean> {
  // Read again: by the time of its turn, somebody else may have processed it.
  const [row] = await store.episodes.find(
    { type: "everyone" },
    { where: { column: "key", equals: key } },
  );
  const now = engine.settings.now();
  if (row?.status !== "pending" || !isFree(row, now)) return true;
  const claimed = { ...row, ...claim(now), revision: row.revision + 1 };
  const { refused } = await store.episodes.merge([claimed]);
  if (refused.length > 0) {
    release(claimed);
    return true;
  }
  if (await wasProcessed(store, claimed)) {
    engine.finished.take(claimed);
    return true;
  }
  const { report } = await attemptEpisode(engine, store, claimed);
  return report.status === "processed";
}

/** Whether it was decided about already: who processed it died after the commit, before saying so. */
async function wasProcessed(store: MemoryStore, row: EpisodeRow): Promise<boolean> {
  const whose = { type: "visible", scope: fromScopeColumns(row) } as const;
  const [versions, decisions] = await Promise.all([
    store.memories.count(whose, { column: "episodeIds", contains: row.key }),
    store.decisions.count(whose, { column: "episodeId", equals: row.key }),
  ]);
  return versions + decisions > 0;
}
