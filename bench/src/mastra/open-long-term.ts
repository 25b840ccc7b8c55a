import { join } from "node:path";
import { fillStore } from "../scale/fill-store.ts";
import type { StorePlan } from "../scale/plan-store.ts";
import type { Corpus } from "../synthetic/corpus.ts";
import { type BenchMemory, openBenchMemory } from "../synthetic/open-bench-memory.ts";
import { type StoreFigures, toStoreFigures } from "./store-figures.ts";

/** A memory of ours, its store, and what filling that took. */
export interface LongTerm extends BenchMemory {
  figures: StoreFigures;
}

/** Fills a store of ours in a folder, and opens a memory on it. */
export async function openLongTerm(
  corpus: Corpus,
  { plan, folder, signal }: { plan: StorePlan; folder: string; signal: AbortSignal },
): Promise<LongTerm> {
  const uri = join(folder, `palimpsest-${plan.size}`);
  const filling = await fillStore(corpus, plan, { uri, signal });
  const figures = await toStoreFigures("Palimpsest", { plan, filling, folder: uri });
  return { ...(await openBenchMemory(corpus, uri)), figures };
}
