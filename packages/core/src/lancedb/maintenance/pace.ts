import type { Location } from "../resolve-uri.ts";

/** How often the tables of a place are put in order, and how long their past is kept. */
export interface Pace {
  /** Commits after which a table is compacted while it is written to, and when it rests. */
  readonly commitsWhenBusy: number;
  readonly commitsWhenIdle: number;
  /** From here on it waits for nothing. */
  readonly commitsAtMost: number;
  /** It rests when nothing was written for so long. */
  readonly idleMs: number;
  /**
   * Versions younger than this stay: a read or a merge of another process may be under way on them. A
   * read is made again, but a merge fails when the version that it began on is removed (0.39.0).
   */
  readonly retentionMs: number;
  /** The same when the past takes more than the present; what the last run began with stays anyway. */
  readonly retentionWhenBloatedMs: number;
  /**
   * Where a compaction rewrites the whole table: it is worth that when there was a commit for each so
   * many bytes. Default: it is always worth it.
   */
  readonly bytesPerCommit?: number | undefined;
}

/**
 * In a folder each commit leaves a fragment that costs every read up to 0.4 ms (0.39.0). In a bucket a
 * compaction takes some 100 requests, a fragment two for each process that reads it, once, and readers
 * on other machines are slower. LanceDB's service puts its tables in order by itself.
 */
const PACES: Readonly<Record<Location["kind"], Pace | undefined>> = {
  folder: {
    commitsWhenBusy: 32,
    commitsWhenIdle: 8,
    commitsAtMost: 256,
    idleMs: 2_000,
    retentionMs: 2 * 60_000,
    retentionWhenBloatedMs: 0,
  },
  bucket: {
    commitsWhenBusy: 256,
    commitsWhenIdle: 64,
    commitsAtMost: 1_024,
    idleMs: 30_000,
    retentionMs: 15 * 60_000,
    retentionWhenBloatedMs: 15 * 60_000,
  },
  service: undefined,
};

/**
 * How many times as many fragments a table may lie in: exchanges are read twice by each call that
 * writes one, decisions hardly ever.
 */
const PATIENCE: Readonly<Record<string, number>> = { episodes: 3, decisions: 4 };

/** The pace of a table at a place; `undefined` where there is nothing to do. */
export function toPace({ kind }: Location, table: string): Pace | undefined {
  const pace = PACES[kind];
  const patience = PATIENCE[table] ?? 1;
  return (
    pace && {
      ...pace,
      commitsWhenBusy: Math.min(pace.commitsWhenBusy * patience, pace.commitsAtMost),
      commitsWhenIdle: pace.commitsWhenIdle * patience,
    }
  );
}

/**
 * Only an index of vectors keeps LanceDB (0.39.0) from rewriting what is compacted already: 0.3 s at
 * 63 MB. So a table of a gigabyte is rewritten after 256 commits, of which each costs a read 0.07 ms.
 */
const BYTES_PER_COMMIT = 4 * 1024 ** 2;

/**
 * The pace of a table of an adapter's own, to which every step of an agent writes: 2,500 commits one
 * after another, with 64 at most between compactions instead of 256, took as long, and a read in between
 * 6 ms instead of 14 (0.39.0, folder).
 */
export function toDurablePace({ kind }: Location): Pace | undefined {
  const pace = PACES[kind];
  return (
    pace && { ...pace, commitsAtMost: 2 * pace.commitsWhenBusy, bytesPerCommit: BYTES_PER_COMMIT }
  );
}
