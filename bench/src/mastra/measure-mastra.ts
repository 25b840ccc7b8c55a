import { join } from "node:path";
import { Memory } from "@mastra/memory";
import { fillStore } from "../scale/fill-store.ts";
import { planStore } from "../scale/plan-store.ts";
import { createCorpus } from "../synthetic/corpus.ts";
import { type BenchMemory, openBenchMemory } from "../synthetic/open-bench-memory.ts";
import { measureSubjects, type SubjectFigures } from "../turns/measure-subjects.ts";
import { fillMessages } from "./fill-messages.ts";
import { createLookUpEmbeddingModel } from "./look-up-embedding-model.ts";
import { createMastraSubjects } from "./mastra-subjects.ts";
import { openMastra } from "./open-mastra.ts";
import { startModelServer } from "./start-model-server.ts";
import { type StoreFigures, toStoreFigures } from "./store-figures.ts";

/** What was filled, and what turns took. */
export interface MastraFigures {
  stores: StoreFigures[];
  /** Without memory, with `Memory` alone, with semantic recall, and with ours in each size. */
  subjects: SubjectFigures[];
}

const DIMENSIONS = 384;
const MOST_USERS = 10_000;
/** Steps from user to user, so that neighbours in time have nothing to do with each other. */
const STRIDE = 977;

/** Fills the stores in a folder, ours in these sizes, and lets all agents answer the same questions. */
export async function measureMastra({
  sizes,
  messages,
  turns,
  folder,
  signal,
}: {
  sizes: readonly number[];
  messages: number;
  turns: number;
  folder: string;
  signal: AbortSignal;
}): Promise<MastraFigures> {
  const corpus = await createCorpus(DIMENSIONS);
  const stores: StoreFigures[] = [];
  const longTerm: (BenchMemory & { size: number })[] = [];
  for (const size of sizes) {
    const plan = planStore(size, MOST_USERS);
    const uri = join(folder, `palimpsest-${size}`);
    const filling = await fillStore(corpus, plan, { uri, signal });
    stores.push(await toStoreFigures("Palimpsest", { plan, filling, folder: uri }));
    longTerm.push({ ...(await openBenchMemory(corpus, uri)), size });
  }

  await using mastra = await openMastra(join(folder, "mastra"));
  const recalling = new Memory({
    storage: mastra.storage,
    vector: mastra.vector,
    embedder: createLookUpEmbeddingModel(corpus.embedder),
    options: { semanticRecall: true },
  });
  const plan = planStore(messages, MOST_USERS);
  const filling = await fillMessages(recalling, { corpus, plan, signal });
  stores.push(await toStoreFigures("LibSQL", { plan, filling, folder: mastra.folder }));

  await using server = await startModelServer();
  const subjects = createMastraSubjects({
    modelUrl: server.baseUrl,
    storage: mastra.storage,
    recalling: { memory: recalling, size: messages },
    longTerm,
  });
  const largest = Math.max(messages, ...sizes);
  // Who is in the smallest store is in all of them.
  const { users } = planStore(Math.min(messages, ...sizes), MOST_USERS);
  const figures = await measureSubjects(subjects, {
    turns,
    takePromptTokens: async () => server.takePromptTokens(),
    signal,
    ask(turn) {
      const fact = corpus.teach(largest + turn);
      for (const { model } of longTerm) model.answerWith({ facts: [fact], operation: "ADD" });
      return { userId: `user-${(turn * STRIDE) % users}`, question: corpus.ask(turn) };
    },
  });
  await Promise.all(longTerm.map(async ({ memory }) => memory.close()));
  return { stores, subjects: figures };
}
