import { MemoryError, StoreError } from "../errors.ts";

/** What LanceDB's messages mean, and what helps. */
const CAUSES: readonly (readonly [pattern: RegExp, explanation: string])[] = [
  [/No space left|os error 28\b/, "the disk is full. Free some space and call again"],
  [
    /Read-only file system|Permission denied|Operation not permitted|os error (1|13|30)\b/,
    "the folder is not writable. Check who owns it, or choose another uri",
  ],
  [
    /Not a directory|File exists|os error (17|20)\b/,
    "there is a file where a folder is needed. Choose another uri",
  ],
  [
    /object of size 0|file size is too small|failed to decode Protobuf/,
    "a file of the table is damaged. Restore the folder from a backup",
  ],
];

/**
 * Runs what LanceDB does for us, and wraps its failure in a StoreError that says what failed and
 * what helps. Errors of our own family pass through.
 */
export async function attempt<RESULT>(
  operation: string,
  work: () => Promise<RESULT>,
): Promise<RESULT> {
  try {
    return await work();
  } catch (error) {
    if (MemoryError.isInstance(error)) throw error;
    throw new StoreError(`Could not ${operation}: ${explain(error)}.`, { operation, cause: error });
  }
}

/** Whether the commit of another process came first, so that the same call may succeed now. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && error.message.includes("Retryable commit conflict");
}

/**
 * Whether files went away under a call: another process compacted or erased, and what the call was
 * looking at is no longer there. The same call sees what is there now.
 */
export function isVanished(error: unknown): boolean {
  return error instanceof Error && /Not ?found: .*\.lance\//i.test(error.message);
}

/** Runs a read, and once more when files went away under it. */
export async function rereading<RESULT>(read: () => Promise<RESULT>): Promise<RESULT> {
  try {
    return await read();
  } catch (error) {
    if (!isVanished(error)) throw error;
    return read();
  }
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = CAUSES.find(([pattern]) => pattern.test(message));
  return known?.[1] ?? message.split("\n", 1)[0]?.slice(0, 300) ?? message;
}
