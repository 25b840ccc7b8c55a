import { folderSize } from "../report/folder-size.ts";
import { startProgress } from "../report/progress.ts";
import type { Corpus } from "../synthetic/corpus.ts";
import { openBenchMemory } from "../synthetic/open-bench-memory.ts";
import { withFolder } from "../with-folder.ts";
import { inUse, type CallTimes } from "./in-use.ts";

/** What a stretch of the run showed. */
export interface Stretch extends CallTimes {
  /** Commits up to its end, from the beginning of the run. */
  commits: number;
  /** At its end. */
  folderBytes: number;
  residentBytes: number;
}

/** What a run showed. */
export interface Soaked {
  stretches: Stretch[];
  /** What the same calls took in a new store, made in turns with those of the last tenth. */
  young: CallTimes;
  /** Before the new store was opened. */
  residentBytes: number;
}

const STRETCHES = 50;

/**
 * Uses a memory for so many commits, and gives the run in stretches of equal length. In its last tenth
 * the calls take turns with those of a memory that begins then: a machine is not always as fast, and of
 * two stores in the same minutes the older one may not be the slower. Both are closed then.
 */
export async function soak(
  corpus: Corpus,
  { commits, uri, signal }: { commits: number; uri: string; signal: AbortSignal },
): Promise<Soaked> {
  const { memory } = await openBenchMemory(corpus, uri);
  const progress = startProgress(commits, "commits");
  const stretches: Stretch[] = [];
  const old = inUse(memory, corpus);
  const lastTenth = commits - Math.round(commits / 10);
  try {
    await useUntil(lastTenth);
    const residentBytes = process.memoryUsage.rss();
    const young = await withFolder(undefined, async (folder) => {
      const opened = await openBenchMemory(corpus, folder);
      const other = inUse(opened.memory, corpus);
      try {
        await useUntil(commits, async (commit) => other.use(commit - lastTenth));
      } finally {
        await opened.memory.close();
      }
      return other.take();
    });
    return { stretches, young, residentBytes };
  } finally {
    progress.stop();
    await memory.close();
  }

  async function useUntil(last: number, beside?: (commit: number) => Promise<void>) {
    for (let commit = old.commits + 1; commit <= last; commit++) {
      signal.throwIfAborted();
      await old.use(commit);
      await beside?.(commit);
      if (Math.floor((commit * STRETCHES) / commits) > stretches.length || commit === commits) {
        stretches.push({
          commits: commit,
          ...old.take(),
          folderBytes: await folderSize(uri),
          residentBytes: process.memoryUsage.rss(),
        });
      }
      progress.advance(1, "writing, looking up, searching");
    }
  }
}
