import { createKeyedMutex } from "../../keyed-mutex.ts";
import type { FolderLock, Hold } from "./folder-lock.ts";
import { waitForHold } from "./wait-for-hold.ts";

/** What only one at a time may do with a place: the tables of this store, and those of other processes. */
export interface Turns {
  /** Runs a task, after others of this store; `false`, and not run, while another process has its turn. */
  tryRun(task: () => Promise<void>): Promise<boolean>;
  /**
   * Runs a task, after everybody else.
   *
   * @throws {StoreError} when another process takes too long.
   */
  run<RESULT>(operation: string, task: () => Promise<RESULT>): Promise<RESULT>;
}

/** Turns by a lock; without one, those of this store only. */
export function takeTurns(lock: FolderLock | undefined): Turns {
  const mutex = createKeyedMutex();
  return {
    tryRun: (task) =>
      mutex.run("", async () => {
        const hold = lock ? await lock.tryHold() : NOTHING_HELD;
        if (hold === undefined) return false;
        await runAndRelease(hold, task);
        return true;
      }),
    run: (operation, task) =>
      mutex.run("", async () =>
        runAndRelease(lock ? await waitForHold(lock, operation) : NOTHING_HELD, task),
      ),
  };
}

const NOTHING_HELD: Hold = { async release() {} };

async function runAndRelease<RESULT>(hold: Hold, task: () => Promise<RESULT>): Promise<RESULT> {
  try {
    return await task();
  } finally {
    await hold.release();
  }
}
