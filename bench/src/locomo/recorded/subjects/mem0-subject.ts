import { join } from "node:path";
import type { KnownVectors } from "./known-vectors.ts";
import { loadMem0 } from "./load-mem0.ts";
import type { RecordedSubject } from "./recorded-subject.ts";

/**
 * mem0's memory with its own vector store, and facts stored as they are (`infer: false`), so that its
 * model is never asked. Its mix of vectors, BM25 and entities searches.
 */
export async function openMem0(vectors: KnownVectors, folder: string): Promise<RecordedSubject> {
  const { Memory } = await loadMem0(folder);
  const memory = new Memory({
    llm: { provider: "openai", config: { apiKey: "never used" } },
    embedder: { provider: "langchain", config: { model: vectors } },
    vectorStore: {
      provider: "memory",
      config: {
        collectionName: "facts",
        dimension: vectors.dimensions,
        dbPath: join(folder, "vectors.db"),
      },
    },
    historyDbPath: join(folder, "history.db"),
  });
  return {
    name: "mem0ai",
    async put({ id, userId, text }) {
      await memory.add(text, { userId, infer: false, metadata: { factId: id } });
    },
    async search({ userId, text }, limit) {
      const { results } = await memory.search(text, { filters: { user_id: userId }, topK: limit });
      return results.map(({ metadata, score = 0 }) => ({
        id: String(metadata?.["factId"]),
        score,
      }));
    },
    // It has nothing to close its databases with.
    async [Symbol.asyncDispose]() {},
  };
}
