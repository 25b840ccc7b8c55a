import { folderSize } from "../report/folder-size.ts";
import { percentile } from "../report/percentile.ts";
import { startProgress } from "../report/progress.ts";
import type { Corpus } from "../synthetic/corpus.ts";
import { openBenchMemory } from "../synthetic/open-bench-memory.ts";

/** What a stretch of the run showed. */
export interface Stretch {
  /** Commits up to its end, from the beginning of the run. */
  commits: number;
  writeP50Ms: number;
  lookUpP50Ms: number;
  searchP50Ms: number;
  /** At its end. */
  folderBytes: number;
  residentBytes: number;
}

/** So many that what one of them has stays small: what grows is what others have. */
const USERS = 501;
const STRETCHES = 50;
/** Every so many writes change a memory instead of adding one. */
const WRITES_PER_UPDATE = 4;

/**
 * Writes memories one by one, each followed by a look-up and a search of the same user's, and gives
 * the run in stretches of equal length. The store is closed then.
 */
export async function soak(
  corpus: Corpus,
  { commits, uri, signal }: { commits: number; uri: string; signal: AbortSignal },
): Promise<Stretch[]> {
  const { memory } = await openBenchMemory(corpus, uri);
  const progress = startProgress(commits, "commits");
  const stretches: Stretch[] = [];
  const ids = new Map<string, string>();
  let times = noTimes();
  try {
    for (let commit = 1; commit <= commits; commit++) {
      signal.throwIfAborted();
      const userId = `user-${commit % USERS}`;
      const text = corpus.teach(commit);
      const known = ids.get(userId);
      // Evenly, so that every stretch has as many of them.
      const isUpdate = known !== undefined && commit % WRITES_PER_UPDATE === 0;
      const change = await timed(times.writes, async () =>
        isUpdate ? memory.update(known, { text }, { userId }) : memory.put(text, { userId }),
      );
      ids.set(userId, change.id);
      await timed(times.lookUps, async () => memory.get(change.id, { userId }));
      const question = corpus.ask(commit);
      await timed(times.searches, async () => memory.search(question, { userId }));
      if (Math.floor((commit * STRETCHES) / commits) > stretches.length || commit === commits) {
        stretches.push({
          commits: commit,
          writeP50Ms: percentile(times.writes, 0.5),
          lookUpP50Ms: percentile(times.lookUps, 0.5),
          searchP50Ms: percentile(times.searches, 0.5),
          folderBytes: await folderSize(uri),
          residentBytes: process.memoryUsage.rss(),
        });
        times = noTimes();
      }
      progress.advance(1, "writing, looking up, searching");
    }
  } finally {
    progress.stop();
    await memory.close();
  }
  return stretches;
}

function noTimes(): Record<"writes" | "lookUps" | "searches", number[]> {
  return { writes: [], lookUps: [], searches: [] };
}

async function timed<RESULT>(times: number[], work: () => Promise<RESULT>): Promise<RESULT> {
  const startedAt = performance.now();
  const result = await work();
  times.push(performance.now() - startedAt);
  return result;
}
