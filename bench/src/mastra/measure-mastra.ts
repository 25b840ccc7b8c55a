import { join } from "node:path";
import { planStore } from "../scale/plan-store.ts";
import { createCorpus } from "../synthetic/corpus.ts";
import { measureSubjects, type SubjectFigures } from "../turns/measure-subjects.ts";
import { createMastraSubjects } from "./mastra-subjects.ts";
import { type LongTerm, openLongTerm } from "./open-long-term.ts";
import { openMastra } from "./open-mastra.ts";
import { openSemanticRecall } from "./open-semantic-recall.ts";
import { startModelServer } from "./start-model-server.ts";
import type { StoreFigures } from "./store-figures.ts";

/** What was filled, and what turns took. */
export interface MastraFigures {
  /** Ours in each size, and those of semantic recall. */
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
  /** Ascending. */
  sizes: readonly number[];
  messages: number;
  turns: number;
  folder: string;
  signal: AbortSignal;
}): Promise<MastraFigures> {
  const corpus = await createCorpus(DIMENSIONS);
  const longTerm: LongTerm[] = [];
  for (const size of sizes) {
    const plan = planStore(size, MOST_USERS);
    longTerm.push(await openLongTerm(corpus, { plan, folder, signal }));
  }
  await using mastra = await openMastra(join(folder, "mastra"));
  const plan = planStore(messages, MOST_USERS);
  const recalling = await openSemanticRecall(corpus, { plan, mastra, signal });
  await using server = await startModelServer();
  const { storage } = mastra;
  const modelUrl = server.baseUrl;
  const subjects = createMastraSubjects({ modelUrl, storage, recalling, longTerm });
  // Who is in the smallest store is in all of them; what is new to the largest, is new to all.
  const { users } = planStore(Math.min(messages, ...sizes), MOST_USERS);
  const known = Math.max(messages, ...sizes);
  const figures = await measureSubjects(subjects, {
    turns,
    takePromptTokens: async () => server.takePromptTokens(),
    signal,
    ask(turn) {
      const fact = corpus.teach(known + turn);
      for (const { model } of longTerm) model.answerWith({ facts: [fact], operation: "ADD" });
      return { userId: `user-${(turn * STRIDE) % users}`, question: corpus.ask(turn) };
    },
  });
  await Promise.all(longTerm.map(async ({ memory }) => memory.close()));
  return {
    stores: [...longTerm, recalling].map((filled) => filled.figures),
    subjects: figures,
  };
}
