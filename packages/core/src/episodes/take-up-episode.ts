import { attemptEpisode } from "../add/attempt-episode.ts";
import type { Engine } from "../engine.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { fromScopeColumns, ownerKey } from "../scope.ts";
import { claim, isFree, release } from "./claims.ts";

/**
 * Processes a pending or given-up episode, in the order of its owner's calls, if it is wanted by then.
 * Resolves with whether that went well; with `undefined` when it is not wanted, or somebody works on it.
 */
export async function takeUpEpisode(
  engine: Engine,
  store: MemoryStore,
  { key, ...columns }: EpisodeRow,
  {
    isWanted,
    signal,
  }: { isWanted: (row: EpisodeRow) => boolean; signal?: AbortSignal | undefined },
): Promise<boolean | undefined> {
  return engine.owners.run(ownerKey(fromScopeColumns(columns)), async () => {
    // Read again: by the time of its turn, somebody else may have processed it, or tried to.
    const [row] = await store.episodes.find(
      { type: "everyone" },
      { where: { column: "key", equals: key } },
    );
    const now = engine.settings.now();
    if (row === undefined || !isWanted(row) || !isFree(row, now)) return undefined;
    const claimed = claimEpisode(row, now);
    const { refused } = await store.episodes.merge([claimed]);
    if (refused.length > 0) {
      release(claimed);
      return undefined;
    }
    if (await wasProcessed(store, row)) {
      engine.finished.take(claimed);
      return true;
    }
    const { report } = await attemptEpisode(engine, store, claimed, { signal });
    return report.status === "processed";
  });
}

/** One that was given up gets all of its attempts anew. */
function claimEpisode(row: EpisodeRow, now: Date): EpisodeRow {
  return {
    ...row,
    ...claim(now),
    revision: row.revision + 1,
    ...(row.status === "dead" && { status: "pending", failures: 0 }),
  };
}

/** Whether it was decided about already: who processed it died after the commit, before saying so. */
async function wasProcessed(store: MemoryStore, row: EpisodeRow): Promise<boolean> {
  // Its last attempt failed, and said so: if it wrote anything, that was not all.
  if (row.attempts > 0 && row.claimedBy === undefined) return false;
  const whose = { type: "visible", scope: fromScopeColumns(row) } as const;
  const [versions, decisions] = await Promise.all([
    store.memories.count(whose, { column: "episodeIds", contains: row.key }),
    store.decisions.count(whose, { column: "episodeId", equals: row.key }),
  ]);
  return versions + decisions > 0;
}
