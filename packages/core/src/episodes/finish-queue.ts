import type { EpisodeRow } from "../ports/stored-rows.ts";
import { release } from "./claims.ts";

/** So long processed episodes wait to be marked, many in one commit. */
const LINGER_MS = 250;

/**
 * Marks episodes as processed behind the calls that processed them. All of a moment are one commit,
 * for which nobody waits: it changes rows, and a compaction holds such commits up.
 *
 * Until it is stored, an episode stays claimed. Killed before, the next opening finds what came of it.
 */
export interface FinishQueue {
  /** Takes an episode that was processed, and releases it when that is stored. */
  take(row: EpisodeRow): void;
  /** Resolves when what was taken is stored, or was given up. */
  flush(): Promise<void>;
}

/** A queue before `store`, which is given rows that say that they were processed and never rejects. */
export function createFinishQueue(
  store: (rows: readonly EpisodeRow[]) => Promise<void>,
): FinishQueue {
  let taken: EpisodeRow[] = [];
  let timer: NodeJS.Timeout | undefined;
  let storing = Promise.resolve();

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const due = taken;
    taken = [];
    if (due.length > 0) storing = storing.then(async () => storeAndRelease(due));
    await storing;
  }

  async function storeAndRelease(rows: readonly EpisodeRow[]): Promise<void> {
    await store(rows.map(toProcessed));
    rows.forEach(release);
  }

  return {
    take(row) {
      taken.push(row);
      timer ??= setTimeout(() => void flush(), LINGER_MS);
    },
    flush,
  };
}

function toProcessed({
  claimedBy: _by,
  claimedUntil: _until,
  errorCode: _code,
  errorMessage: _message,
  failures: _failures,
  retryAt: _at,
  ...row
}: EpisodeRow): EpisodeRow {
  return {
    ...row,
    revision: row.revision + 1,
    status: "processed",
    attempts: row.attempts + 1,
  };
}
