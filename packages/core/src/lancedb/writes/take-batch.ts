import type { Write } from "./commit-writes.ts";

/** The largest batch, in calls and in bytes; one call alone may be larger. */
const MAX_CALLS = 256;
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Takes from the front of `waiting` what makes one commit. A key stands in it once, because a merge
 * decides about each row by what was there before: the second write of a key waits, and whatever
 * came after it. So does what `isWanted` does not want, if that is given.
 */
export function takeBatch<JOB extends { readonly write: Write }>(
  waiting: JOB[],
  isWanted: (job: JOB) => boolean = () => true,
): JOB[] {
  const keys = new Set<string>();
  let bytes = 0;
  const end = waiting.findIndex((job, index) => {
    if (!isWanted(job)) return true;
    const { rows } = job.write;
    bytes += rows.reduce((sum, row) => sum + row.bytes, 0);
    const isTooMuch = index > 0 && (index === MAX_CALLS || bytes > MAX_BYTES);
    if (isTooMuch || rows.some(({ key }) => keys.has(key))) return true;
    for (const { key } of rows) keys.add(key);
    return false;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}
