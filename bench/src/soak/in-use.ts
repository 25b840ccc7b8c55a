import type { Memory } from "@palimpsest/core";
import { percentile } from "../report/percentile.ts";
import type { Corpus } from "../synthetic/corpus.ts";

/** What calls took, in milliseconds. */
export interface CallTimes {
  writeP50Ms: number;
  lookUpP50Ms: number;
  searchP50Ms: number;
}

/** A memory that is used, commit by commit. */
export interface InUse {
  /** How often it was. */
  readonly commits: number;
  /** Writes a memory or changes one, looks it up, and asks for something, all of one user's. */
  use(commit: number): Promise<void>;
  /** What the calls took since they were last taken. */
  take(): CallTimes;
}

/** So many that what one of them has stays small: what grows is what others have. */
const USERS = 501;
/** Every so many writes change a memory instead of adding one. */
const WRITES_PER_UPDATE = 4;

/** Uses a memory as users of an application do, one after another. */
export function inUse(memory: Memory, corpus: Corpus): InUse {
  const ids = new Map<string, string>();
  let times = noTimes();
  let used = 0;

  return {
    get commits() {
      return used;
    },
    async use(commit) {
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
      used++;
    },
    take() {
      const taken = times;
      times = noTimes();
      return {
        writeP50Ms: percentile(taken.writes, 0.5),
        lookUpP50Ms: percentile(taken.lookUps, 0.5),
        searchP50Ms: percentile(taken.searches, 0.5),
      };
    },
  };
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
