import { messageOf } from "../../errors.ts";
import type { MaintenanceRun } from "../../ports/memory-store.ts";
import type { Pace } from "./pace.ts";
import { isConflict } from "../store-errors.ts";
import type { Upkeep } from "./upkeep.ts";

/** Rows that weigh like one more commit: they are in no index yet. */
const ROWS_PER_COMMIT = 128;
/**
 * After a run it rests so many times the run's duration. With 5, writing and reading in turns took a
 * quarter less time than with 20 at 10,000 rows, and the slowest reads half; with 2, no less.
 */
const REST = 5;
/**
 * The folder is bloated when it takes so many times what its newest version does: each run rewrites a
 * table that has no index of its vectors, and keeps what it replaced. 25 runs in 5 seconds kept 206 MB
 * for 6 MB with a retention of 10 seconds, and would have kept 2 GB with one of two minutes (0.39.0).
 */
const BLOATED = 2;
const NEVER_BLOATED_BYTES = 1024 ** 2;
/** However large a table is: with so many fragments more a read takes 36 ms (0.39.0). */
const MOST_COMMITS_WAITED_FOR = 512;

/** Keeps a table compact. */
export interface Maintenance {
  /** To be told of each commit, and of how many rows it had. */
  noteCommit(rows: number): void;
  /** Puts everything in order now. In turns with other processes: that is up to the caller. */
  runNow(): Promise<void>;
  /** The last run of this process, and how it went. */
  readonly lastRun: MaintenanceRun | undefined;
  /** Resolves when nothing is under way and nothing will be begun any more. */
  stop(): Promise<void>;
}

/** Maintenance where somebody else does it. */
export const NO_MAINTENANCE: Maintenance = {
  noteCommit() {},
  async runNow() {},
  lastRun: undefined,
  async stop() {},
};

/** What maintenance does and knows. */
export interface MaintenanceOptions {
  readonly pace: Pace;
  /** Whether it begins by itself, and not only when it is told to. */
  readonly isAutomatic: boolean;
  readonly upkeep: Upkeep;
  /** Resolves when the calls are through that were under way: they may read what is to be removed. */
  readonly settleCalls: () => Promise<void>;
  /** Runs a task unless another process maintains the place: `false`, and it was not run. */
  readonly inTurn: (task: () => Promise<void>) => Promise<boolean>;
  /** What the table takes on disk, and what of that its newest version does. */
  readonly measure: () => Promise<{ bytes: number; liveBytes: number }>;
  /** Commits that nobody has compacted yet. */
  readonly commits: number;
  readonly onError: (error: unknown) => void;
}

/**
 * Maintenance that counts commits and waits for a good moment. Its failures fail no write. It waits by
 * a clock that nobody sets.
 */
export function createMaintenance(options: MaintenanceOptions): Maintenance {
  const { pace, isAutomatic } = options;
  let { commits } = options;
  let underWay: Promise<void> | undefined;
  let isStopped = false;
  /** Commits that a compaction is worth, by the size of the table when it was last looked at. */
  let worthwhile = 0;
  let lastRun: MaintenanceRun | undefined;
  let restsUntil = 0;
  let lastCommitAt = 0;
  let idleTimer: NodeJS.Timeout | undefined;
  let pruneTimer: NodeJS.Timeout | undefined;

  function runIfDue(enough: number): void {
    const isDue = commits >= Math.max(enough, worthwhile) && performance.now() >= restsUntil;
    if (isDue || commits >= Math.max(pace.commitsAtMost, worthwhile)) begin();
  }

  function begin(): void {
    if (isStopped || !isAutomatic) return;
    underWay ??= options
      .inTurn(() => run({ thorough: false }))
      .then(waitUnless, fail)
      .finally(() => {
        underWay = undefined;
      });
  }

  function waitUnless(wasOurTurn: boolean): void {
    if (wasOurTurn) return;
    restsUntil = performance.now() + pace.idleMs;
    waitForIdleness();
  }

  function fail(error: unknown): void {
    // Others wrote to the table all the while. That is no failure: it comes again when they may rest.
    if (isConflict(error)) waitUnless(false);
    else options.onError(error);
  }

  function waitForIdleness(): void {
    clearTimeout(idleTimer);
    if (!isStopped)
      idleTimer = setTimeout(() => runIfDue(pace.commitsWhenIdle), pace.idleMs).unref();
  }

  /** A run for nothing but the past waits for a rest: while commits go on, the next run removes it. */
  function pruneAfter(delayMs: number): void {
    if (isStopped) return;
    pruneTimer = setTimeout(() => {
      if (performance.now() - lastCommitAt < pace.idleMs) pruneAfter(pace.idleMs);
      else begin();
    }, delayMs).unref();
  }

  async function run({ thorough }: { thorough: boolean }): Promise<void> {
    clearTimeout(pruneTimer);
    const { bytes, liveBytes } = await options.measure();
    const { bytesPerCommit = Infinity } = pace;
    worthwhile = Math.min(liveBytes / bytesPerCommit, MOST_COMMITS_WAITED_FOR);
    const isBloated = bytes > NEVER_BLOATED_BYTES && bytes > BLOATED * liveBytes;
    const retentionMs = isBloated ? pace.retentionWhenBloatedMs : pace.retentionMs;
    const isForMore = commits > 0;
    await keepUp({ thorough, retentionMs });
    // What this run replaced can go by then. One that had nothing to replace removed the rest.
    if (isForMore) pruneAfter(retentionMs);
  }

  async function keepUp({
    thorough,
    retentionMs,
  }: {
    thorough: boolean;
    retentionMs: number;
  }): Promise<void> {
    const startedAt = Date.now();
    const begunAt = performance.now();
    const due = commits;
    commits = 0;
    let error: string | undefined;
    try {
      await options.upkeep.keepUp({ olderThan: new Date(startedAt - retentionMs), thorough });
    } catch (failure) {
      if (isConflict(failure)) commits += due;
      error = messageOf(failure);
      throw failure;
    } finally {
      const durationMs = performance.now() - begunAt;
      restsUntil = performance.now() + REST * durationMs;
      lastRun = {
        startedAt: new Date(startedAt),
        durationMs,
        ...(error !== undefined && { error }),
      };
    }
  }

  return {
    noteCommit(rows) {
      commits += 1 + rows / ROWS_PER_COMMIT;
      lastCommitAt = performance.now();
      waitForIdleness();
      runIfDue(pace.commitsWhenBusy);
    },
    async runNow() {
      await run({ thorough: true });
      await options.settleCalls();
      await options.upkeep.clear(new Date());
    },
    get lastRun() {
      return lastRun;
    },
    async stop() {
      isStopped = true;
      clearTimeout(idleTimer);
      clearTimeout(pruneTimer);
      await underWay;
    },
  };
}
