import { setTimeout } from "node:timers/promises";
import { StoreError } from "../../errors.ts";
import type { FolderLock, Hold } from "./folder-lock.ts";

/** The longest wait for another process to end its run, in milliseconds. */
const PATIENCE_MS = 30_000;
const POLL_MS = 50;

/**
 * The lock, as soon as nobody else has it.
 *
 * @throws {StoreError} when somebody had it for half a minute.
 */
export async function waitForHold(
  lock: FolderLock,
  operation: string,
  patienceMs: number = PATIENCE_MS,
): Promise<Hold> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const hold = await lock.tryHold();
    if (hold) return hold;
    if (performance.now() >= until) {
      throw new StoreError(
        `Could not ${operation}: another process maintains this folder, for ${patienceMs / 1_000} seconds by now. Try again later.`,
        { operation },
      );
    }
    await setTimeout(POLL_MS);
  }
}
