import { MemoryError, StoreError, messageOf } from "../errors.ts";

/** How it is said that the commit of another process came first (0.39.0). */
const CONFLICT = /Retryable commit conflict/;

/** How a file is said to be empty, cut off or full of something else (0.39.0). */
const DAMAGE =
  /object of size 0|file size is too small|does not have sufficient data|failed to decode Protobuf/;

/** How it is said that a file which a table consists of is not there, or not what it was (0.39.0). */
const UNREADABLE =
  /failed to fill whole buffer|does not appear to be a Lance file|Not found: \S+\.lance\//;

/** What LanceDB's messages mean, and what helps. */
const CAUSES: readonly (readonly [pattern: RegExp, explanation: string])[] = [
  [/No space left|os error 28\b/i, "the disk is full. Free some space and call again"],
  [
    /Read-only file system|Permission denied|Operation not permitted|os error (1|13|30)\b/i,
    "the folder is not writable. Check who owns it, or choose another uri",
  ],
  [
    /Not a directory|File (already )?exists|os error (17|20)\b/i,
    "there is a file where a folder is needed. Choose another uri",
  ],
  [
    /File too large|os error 27\b/,
    "a file would be larger than this process may write. Raise the limit (ulimit -f) and call again",
  ],
  [
    /(?:No field named|unexpected=\[|field ')writes/,
    "the memories are moving to another embedding model. Call again when they have moved, with that one",
  ],
  [
    /Not found: \S*\/memories_[^/]*\/_versions/,
    "the memories have moved to another embedding model. Open them with that one",
  ],
  [CONFLICT, "other processes wrote to it all the while. Try again when they rest"],
  [DAMAGE, "a file of the table is damaged. Restore the folder from a backup"],
];

/**
 * Runs what LanceDB does for us, and wraps its failure in a StoreError that says what failed and
 * what helps. Errors of our own family pass through. `findDamaged` finds the file that is to blame,
 * where the failure says that one is.
 */
export async function attempt<RESULT>(
  operation: string,
  work: () => Promise<RESULT>,
  { findDamaged }: { findDamaged?: (() => Promise<string | undefined>) | undefined } = {},
): Promise<RESULT> {
  try {
    return await work();
  } catch (error) {
    if (MemoryError.isInstance(error)) throw error;
    const file = isDamage(error) || isUnreadable(error) ? await findDamaged?.() : undefined;
    const explanation = file
      ? `the file "${file}" is damaged or missing. Restore the folder from a backup`
      : explain(error);
    throw new StoreError(`Could not ${operation}: ${explanation}.`, { operation, cause: error });
  }
}

/** Whether the commit of another process came first, so that the same call may succeed now. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && CONFLICT.test(error.message);
}

/** Whether a file could be read, and makes no sense. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && DAMAGE.test(error.message);
}

function isUnreadable(error: unknown): boolean {
  return error instanceof Error && UNREADABLE.test(error.message);
}

/**
 * Whether files went away under a call: another process compacted or erased, and what the call was
 * looking at is no longer there. The same call sees what is there now.
 */
export function isVanished(error: unknown): boolean {
  return error instanceof Error && /Not ?found: .*\.lance\//i.test(error.message);
}

function explain(error: unknown): string {
  const message = messageOf(error);
  const known = CAUSES.find(([pattern]) => pattern.test(message));
  return known?.[1] ?? message.split("\n", 1)[0]?.slice(0, 300) ?? message;
}
