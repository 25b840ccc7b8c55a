/** What one call wants to be written. */
export interface QueuedWrite {
  readonly type: string;
  readonly rows: readonly { readonly key: string; readonly bytes: number }[];
}

/** The largest batch, in calls and in bytes; one call alone may be larger. */
const MAX_CALLS = 256;
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Takes out of `waiting` what makes one commit: the first ones, and of them those that are wanted, if
 * that is given. A key stands in it once, because a merge decides about each row by what was there
 * before: a later write of a key waits until the earlier one is committed.
 */
export function takeBatch<JOB extends { readonly write: QueuedWrite }>(
  waiting: JOB[],
  isWanted: (job: JOB) => boolean = () => true,
): JOB[] {
  const keys = new Set<string>();
  const taken: JOB[] = [];
  const left: JOB[] = [];
  let bytes = 0;
  for (const [index, job] of waiting.entries()) {
    const { rows } = job.write;
    const size = rows.reduce((sum, row) => sum + row.bytes, 0);
    const isTooMuch = taken.length === MAX_CALLS || bytes + size > MAX_BYTES;
    if (taken.length > 0 && isTooMuch) {
      left.push(...waiting.slice(index));
      break;
    }
    const isFirst = rows.every(({ key }) => !keys.has(key));
    for (const { key } of rows) keys.add(key);
    if (!isFirst || !isWanted(job)) {
      left.push(job);
      continue;
    }
    taken.push(job);
    bytes += size;
  }
  waiting.splice(0, waiting.length, ...left);
  return taken;
}
