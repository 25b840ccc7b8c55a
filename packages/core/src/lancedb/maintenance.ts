/**
 * Commits after which a table is compacted. Each leaves a fragment, which costs every read up to
 * 0.4 ms, as all columns of it are read before the condition is looked at (0.39.0).
 */
const COMMITS_WHEN_BUSY = 32;
const COMMITS_WHEN_IDLE = 8;
/** From here on it does not rest any longer. */
const COMMITS_AT_MOST = 256;
const IDLE_MS = 2_000;
/** Rows that weigh like one more commit: they are in no index yet. */
const ROWS_PER_COMMIT = 128;
/**
 * After a run it rests so many times the run's duration. With 5, writing and reading in turns took a
 * quarter less time than with 20 at 10,000 rows, and the slowest reads half; with 2, no less.
 */
const REST = 5;
/**
 * Versions younger than this stay: a read or a merge of another process may be under way on them. A
 * read is made again, but a merge fails when the version that it began on is removed (0.39.0).
 */
const RETENTION_MS = 2 * 60_000;

/** Keeps a table compact. */
export interface Maintenance {
  /** To be told of each commit, and of how many rows it had. */
  noteCommit(rows: number): void;
  /** Nothing is begun any more. Resolves when what is under way is done. */
  stop(): Promise<void>;
}

/** What maintenance does and knows. */
export interface MaintenanceOptions {
  /** Compacts, updates indexes, removes versions that are older than the date, makes it durable. */
  readonly optimize: (olderThan: Date) => Promise<void>;
  /** Runs a task while nothing is committed that would make it fail. */
  readonly exclusively: (task: () => Promise<void>) => Promise<void>;
  /** Follows each run, while commits go on; the next run waits for it. */
  readonly afterwards: () => Promise<void>;
  /** Commits that nobody has compacted yet. */
  readonly commits: number;
  readonly onError: (error: unknown) => void;
}

/** Maintenance that counts commits and waits for a good moment. Its failures fail no write. */
export function createMaintenance(options: MaintenanceOptions): Maintenance {
  let { commits } = options;
  let underWay: Promise<void> | undefined;
  let restsUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  // What a run compacts is on disk for certain when the run has ended: so what it replaced stays
  // until the next run.
  let keepsSince = Date.now();

  function runIfDue(enough: number): void {
    const isDue = commits >= enough && Date.now() >= restsUntil;
    if (underWay || !(isDue || commits >= COMMITS_AT_MOST)) return;
    underWay = options
      .exclusively(run)
      .then(options.afterwards)
      .catch(options.onError)
      .finally(() => {
        underWay = undefined;
      });
  }

  async function run(): Promise<void> {
    const startedAt = Date.now();
    commits = 0;
    try {
      await options.optimize(new Date(Math.min(keepsSince, startedAt - RETENTION_MS)));
      keepsSince = startedAt;
    } finally {
      const endedAt = Date.now();
      restsUntil = endedAt + REST * (endedAt - startedAt);
    }
  }

  return {
    noteCommit(rows) {
      commits += 1 + rows / ROWS_PER_COMMIT;
      clearTimeout(timer);
      timer = setTimeout(() => runIfDue(COMMITS_WHEN_IDLE), IDLE_MS).unref();
      runIfDue(COMMITS_WHEN_BUSY);
    },
    async stop() {
      clearTimeout(timer);
      await underWay;
    },
  };
}
