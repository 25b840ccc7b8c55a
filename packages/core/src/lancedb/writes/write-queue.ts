import { type QueuedWrite, takeBatch } from "./take-batch.ts";

/** The order of a table's writes: one commit at a time, and all that waited for it are the next. */
export interface WriteQueue<WRITE extends QueuedWrite> {
  /** Resolves with the keys of this write that were refused, once it is committed. */
  readonly write: (write: WRITE) => Promise<string[]>;
  /** Runs a task while nothing is committed, before the writes that wait. */
  readonly exclusively: (task: () => Promise<void>) => Promise<void>;
  /**
   * Runs a task while nothing but new rows is committed, before the other writes that wait: they
   * would make a compaction fail, which goes well beside appends and merges that only insert (0.39.0).
   */
  readonly besideNewRows: (task: () => Promise<void>) => Promise<void>;
  /** Resolves when what waits now is done. */
  readonly settle: () => Promise<void>;
}

interface Job<WRITE> extends Pick<PromiseWithResolvers<string[]>, "resolve" | "reject"> {
  readonly write: WRITE;
}

/** What adds rows, and touches none that is there. */
const NEW_ROWS: ReadonlySet<string> = new Set(["append", "insert"]);

/** Says that something was written while a task runs. */
const MORE = "more";

/** A queue before `commit`, which is given writes of different keys and says what it refused. */
export function createWriteQueue<WRITE extends QueuedWrite>(
  commit: (writes: readonly WRITE[]) => Promise<ReadonlySet<string>>,
): WriteQueue<WRITE> {
  const waiting: Job<WRITE>[] = [];
  const tasks: (() => Promise<void>)[] = [];
  let working: Promise<void> | undefined;
  let written = Promise.withResolvers<typeof MORE>();

  async function work(): Promise<void> {
    // Calls of the same tick join the first batch.
    await Promise.resolve();
    while (tasks.length > 0 || waiting.length > 0) {
      await (tasks.shift()?.() ?? commitBatch(takeBatch(waiting)));
    }
    working = undefined;
  }

  async function commitNewRowsDuring(task: Promise<void>): Promise<void> {
    const end = Promise.allSettled([task]);
    do {
      written = Promise.withResolvers();
      await commitBatch(takeBatch(waiting, ({ write }) => NEW_ROWS.has(write.type)));
    } while ((await Promise.race([end, written.promise])) === MORE);
  }

  async function begin(task: () => Promise<void>): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    tasks.push(() => task().then(resolve, reject));
    working ??= work();
    await promise;
  }

  async function commitBatch(jobs: readonly Job<WRITE>[]): Promise<void> {
    if (jobs.length === 0) return;
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
      written.resolve(MORE);
      working ??= work();
      return promise;
    },
    exclusively: begin,
    async besideNewRows(task) {
      let running: Promise<void> | undefined;
      await begin(async () => {
        running = task();
        await commitNewRowsDuring(running);
      });
      await running;
    },
    async settle() {
      await working;
    },
  };
}
