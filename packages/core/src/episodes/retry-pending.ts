import { readChoice, readIds } from "../input/read-values.ts";
import { isBehind } from "../look-up/episodes.ts";
import type { Engine } from "../engine.ts";
import type { Condition } from "../ports/condition.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { takeUpEpisode } from "./take-up-episode.ts";

/** What `retryPending` takes. */
export interface RetryOptions {
  /** Only these exchanges, of whatever scope, the given-up ones among them too. Default: all that are pending. */
  episodeIds?: readonly string[] | undefined;
  /** `dead`: those that were given up, too. */
  include?: "dead" | undefined;
  signal?: AbortSignal | undefined;
}

/** What `retryPending` did. */
export interface RetryResult {
  /** Exchanges that this call has processed. */
  processed: number;
  /** How many are pending now, of those that were asked for. */
  pending: number;
  /** How many are given up now, of those that were asked for. */
  dead: number;
}

const EVERYONE = { type: "everyone" } as const;
const PENDING: Condition<EpisodeRow> = { column: "status", equals: "pending" };
const DEAD: Condition<EpisodeRow> = { column: "status", equals: "dead" };

/** Rows that are held at once: each has a whole exchange. */
const PAGE = 50;

/**
 * Takes up pending exchanges now, oldest first, whenever they are due, and models that are left
 * alone with one trial call. Ends early when that fails.
 */
export async function retryPending(
  engine: Engine,
  options: RetryOptions = {},
): Promise<RetryResult> {
  const { signal } = options;
  const ids = readIds(options.episodeIds, "episodeIds");
  const include = readChoice(options.include, "include", ["dead"]);
  const asked: Condition<EpisodeRow> = ids ? { column: "key", isOneOf: ids } : { all: [] };
  const statuses = ids || include ? (["pending", "dead"] as const) : (["pending"] as const);
  const isWanted = ({ status }: EpisodeRow) => statuses.some((one) => one === status);
  engine.circuits.tryNow();
  const store = await engine.store();
  let processed = 0;
  for await (const row of findOldestFirst(store, {
    all: [asked, { column: "status", isOneOf: statuses }],
  })) {
    signal?.throwIfAborted();
    if (isHopeless(engine)) break;
    if (await takeUpEpisode(engine, store, row, { isWanted, signal })) processed++;
  }
  await engine.finished.flush();
  const [pending, dead] = await Promise.all(
    [PENDING, DEAD].map((state) => store.episodes.count(EVERYONE, { all: [asked, state] })),
  );
  return { processed, pending: pending ?? 0, dead: dead ?? 0 };
}

/**
 * Takes up the pending exchanges that are due, oldest first: at most as many as `most`. Those that
 * failed lately are passed over, and none is taken up while a model is left alone.
 */
export async function retryDue(engine: Engine, { most }: { most: number }): Promise<void> {
  if (isHopeless(engine)) return;
  const store = await engine.store();
  const now = engine.settings.now();
  engine.retriesExpectedAt = undefined;
  const isDue: Condition<EpisodeRow> = {
    any: [
      { column: "retryAt", isAbsent: true },
      { column: "retryAt", isAtMost: now },
    ],
  };
  let attempts = 0;
  for await (const row of findOldestFirst(store, { all: [PENDING, isDue] })) {
    if (attempts === most || isHopeless(engine)) {
      engine.expectRetry(now);
      return;
    }
    const isProcessed = await takeUpEpisode(engine, store, row, {
      isWanted: ({ status, retryAt }) =>
        status === "pending" && (retryAt === undefined || retryAt <= now),
    });
    if (isProcessed !== undefined) attempts++;
  }
  const [next] = await store.episodes.find(EVERYONE, {
    where: PENDING,
    orderBy: { column: "retryAt" },
    limit: 1,
  });
  if (next?.retryAt) engine.expectRetry(next.retryAt);
}

/** Whether the next attempt would fail at once, or nobody waits for it any more. */
function isHopeless(engine: Engine): boolean {
  return engine.isClosing || engine.circuits.isOpen("model", "embedder");
}

async function* findOldestFirst(
  store: MemoryStore,
  where: Condition<EpisodeRow>,
): AsyncGenerator<EpisodeRow> {
  let last: EpisodeRow | undefined;
  do {
    const behind: Condition<EpisodeRow>[] = last
      ? [isBehind({ time: last.recordedAt, key: last.key })]
      : [];
    const rows = await store.episodes.find(EVERYONE, {
      where: { all: [where, ...behind] },
      orderBy: { column: "recordedAt" },
      limit: PAGE,
    });
    yield* rows;
    last = rows.length === PAGE ? rows.at(-1) : undefined;
  } while (last);
}
