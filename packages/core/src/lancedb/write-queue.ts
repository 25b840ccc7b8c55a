import type { Write } from "./commit-writes.ts";
import { takeBatch } from "./take-batch.ts";

/** The order of a table's writes: one commit at a time, and all that waited for it are the next. */
export interface WriteQueue {
  /** Resolves with the keys of this write that were refused, once it is committed. */
  readonly write: (write: Write) => Promise<string[]>;
  /** Runs a task while nothing is committed, before the writes that wait. */
  readonly exclusively: (task: () => Promise<void>) => Promise<void>;
  /** Resolves when what waits now is done. */
  readonly settle: () => Promise<void>;
}

interface Job extends Pick<PromiseWithResolvers<string[]>, "resolve" | "reject"> {
  readonly write: Write;
}

/** A queue before `commit`, which is given writes of different keys and says what it refused. */
export function createWriteQueue(
  commit: (writes: readonly Write[]) => Promise<ReadonlySet<string>>,
): WriteQueue {
  const waiting: Job[] = [];
  const tasks: (() => Promise<void>)[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    // Calls of the same tick join the first batch.
    await Promise.resolve();
    while (tasks.length > 0 || waiting.length > 0) {
      await (tasks.shift()?.() ?? commitBatch(takeBatch(waiting)));
    }
    working = undefined;
  }

  async function commitBatch(jobs: readonly Job[]): Promise<void> {
    try {
      const refused = await commit(jobs.map(({ write }) => write));
      for (const { write, resolve } of jobs) {
        resolve(write.rows.map(({ key }) => key).filter((key) => refused.has(key)));
      }
    } catch (error) {
      for (const { reject } of jobs) reject(error);
    }
  }

  return {
    async write(write) {
      const { promise, resolve, reject } = Promise.withResolvers<string[]>();
      waiting.push({ write, resolve, reject });
      working ??= work();
      return promise;
    },
    async exclusively(task) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      tasks.push(() => task().then(resolve, reject));
      working ??= work();
      await promise;
    },
    async settle() {
      await working;
    },
  };
}
