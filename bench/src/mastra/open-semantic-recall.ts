import { Memory } from "@mastra/memory";
import type { StorePlan } from "../scale/plan-store.ts";
import type { Corpus } from "../synthetic/corpus.ts";
import { fillMessages } from "./fill-messages.ts";
import { createLookUpEmbeddingModel } from "./look-up-embedding-model.ts";
import type { MastraStores } from "./open-mastra.ts";
import { type StoreFigures, toStoreFigures } from "./store-figures.ts";

/** A memory of Mastra with semantic recall, and what filling its stores took. */
export interface SemanticRecall {
  memory: Memory;
  figures: StoreFigures;
}

/** Opens semantic recall as it is by default, and fills it. */
export async function openSemanticRecall(
  corpus: Corpus,
  { plan, mastra, signal }: { plan: StorePlan; mastra: MastraStores; signal: AbortSignal },
): Promise<SemanticRecall> {
  const memory = new Memory({
    storage: mastra.storage,
    vector: mastra.vector,
    embedder: createLookUpEmbeddingModel(corpus.embedder),
    options: { semanticRecall: true },
  });
  const filling = await fillMessages(memory, { corpus, plan, signal });
  const figures = await toStoreFigures("LibSQL", { plan, filling, folder: mastra.folder });
  return { memory, figures };
}
