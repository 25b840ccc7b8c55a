import type { Memory, MemoryStore } from "@palimpsest/core";
import { toTiming, type Timing } from "../report/timing.ts";
import type { Corpus } from "../synthetic/corpus.ts";
import { memoriesOf, type StorePlan } from "./plan-store.ts";

const RECALL_AT = 10;

/** Times `memory.search` for one memory of each user, one search after another. */
export async function measureSearches(
  memory: Memory,
  corpus: Corpus,
  plan: StorePlan,
  users: readonly string[],
): Promise<Timing> {
  const milliseconds: number[] = [];
  for (const [turn, userId] of users.entries()) {
    const question = corpus.ask(pickMemory(userId, plan, turn));
    const startedAt = performance.now();
    const { results } = await memory.search(question, { userId });
    milliseconds.push(performance.now() - startedAt);
    if (results.length === 0) throw new Error(`Nothing was found for "${question}".`);
  }
  return toTiming(milliseconds);
}

/** Times `memory.get` for one memory of each user. */
export async function measureLookUps(
  memory: Memory,
  corpus: Corpus,
  plan: StorePlan,
  users: readonly string[],
): Promise<Timing> {
  const milliseconds: number[] = [];
  for (const [turn, userId] of users.entries()) {
    const id = corpus.idOf(pickMemory(userId, plan, turn));
    const startedAt = performance.now();
    const found = await memory.get(id, { userId });
    milliseconds.push(performance.now() - startedAt);
    if (found === undefined) throw new Error(`The memory ${id} was not found.`);
  }
  return toTiming(milliseconds);
}

/** The share of the ten nearest memories, by their vectors as they were made, that the store finds. */
export async function measureRecall(
  store: MemoryStore,
  corpus: Corpus,
  plan: StorePlan,
  users: readonly string[],
): Promise<number> {
  const own = new Map<string, { id: string; vector: Float32Array }[]>();
  let found = 0;
  let expected = 0;
  for (const [turn, userId] of users.entries()) {
    const known =
      own.get(userId) ??
      memoriesOf(userId, plan).map((index) => ({
        id: corpus.idOf(index),
        vector: corpus.vectors.memory(index),
      }));
    own.set(userId, known);
    const question = corpus.vectors.question(pickMemory(userId, plan, turn));
    const nearest = known
      .map(({ id, vector }) => ({ id, cosine: multiply(question, vector) }))
      .toSorted((a, b) => b.cosine - a.cosine)
      .slice(0, RECALL_AT);
    const whose = { type: "exact", scope: { userId } } as const;
    const [answer = []] = await store.memories.findNearest(whose, [question], { limit: RECALL_AT });
    const ids = new Set(answer.map(({ row }) => row.memoryId));
    found += nearest.filter(({ id }) => ids.has(id)).length;
    expected += nearest.length;
  }
  return found / expected;
}

/** A memory of the user, another one with each turn. */
function pickMemory(userId: string, plan: StorePlan, turn: number): number {
  const own = memoriesOf(userId, plan);
  return own[(turn * 31) % own.length] ?? 0;
}

function multiply(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let at = 0; at < a.length; at++) product += (a[at] ?? 0) * (b[at] ?? 0);
  return product;
}
