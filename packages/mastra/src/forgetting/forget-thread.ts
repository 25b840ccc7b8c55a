import { findScope } from "../find-scope.ts";
import type { LongTermOptions } from "../options.ts";
import type { Lessons } from "./lessons.ts";

/** A thread, and the resource that it belongs to. */
export interface Thread {
  readonly resourceId: string;
  readonly threadId: string;
}

/**
 * Erases what a thread alone taught, and what was said in it; what is being learned from it comes to
 * nothing. What another thread taught as well stays.
 *
 * Rejects with what memory fails with: the call can be made again.
 */
export async function forgetThread(
  { resourceId, threadId }: Thread,
  options: LongTermOptions,
  lessons: Lessons,
): Promise<void> {
  if (options.onThreadDelete === "keep") return;
  lessons.stop(threadId);
  const scope = findScope({ resourceId, threadId }, options);
  // Without a session nothing tells what this thread taught from all the rest.
  if (scope?.sessionId === undefined) return;
  await options.memory.forget({ ...scope, taughtOnlyHere: true });
}
