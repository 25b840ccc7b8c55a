import { lanceDBStore } from "@palimpsest/core";
import { startProgress } from "../report/progress.ts";
import type { Corpus } from "../synthetic/corpus.ts";
import { type StorePlan, userOf, usersOf } from "./plan-store.ts";

const BATCH = 10_000;

/** What filling a store took. */
export interface Filling {
  /** Seconds that the store took, `maintain()` included; without those in which rows were made. */
  seconds: number;
  /** Memories stored in each of these seconds, each with its decision and its exchange. */
  memoriesPerSecond: number;
}

/** Fills a new store with memories, decisions, exchanges and summaries, in large appends, and puts it in order. */
export async function fillStore(
  corpus: Corpus,
  plan: StorePlan,
  { uri, signal }: { uri: string; signal: AbortSignal },
): Promise<Filling> {
  const { id, dimensions } = corpus.embedder;
  const store = await lanceDBStore({ uri })({ embedder: id, dimensions });
  const progress = startProgress(plan.size, "memories");
  let milliseconds = 0;
  try {
    for (let first = 0; first < plan.size; first += BATCH) {
      signal.throwIfAborted();
      const rows = Array.from({ length: Math.min(BATCH, plan.size - first) }, (_, at) =>
        corpus.rows(first + at, userOf(first + at, plan)),
      );
      const startedAt = performance.now();
      await store.memories.append(rows.map(({ version }) => version));
      await store.decisions.append(rows.map(({ decision }) => decision));
      await store.episodes.append(rows.map(({ episode }) => episode));
      milliseconds += performance.now() - startedAt;
      progress.advance(rows.length, `filling ${plan.size.toLocaleString("en-US")}`);
    }
    await store.sessions.append(usersOf(plan).map((userId) => corpus.session(userId, plan.size)));
  } finally {
    progress.stop();
    const startedAt = performance.now();
    // As the guide asks for after a large import.
    if (!signal.aborted) await store.maintain();
    await store.close();
    milliseconds += performance.now() - startedAt;
  }
  const seconds = milliseconds / 1_000;
  return { seconds, memoriesPerSecond: plan.size / seconds };
}
