import { InMemoryStore } from "@langchain/langgraph-checkpoint";
import type { KnownVectors } from "./known-vectors.ts";
import type { RecordedSubject } from "./recorded-subject.ts";

/** LangGraph's store with an index over the texts, a namespace for each user. */
export function openLanggraph(vectors: KnownVectors): RecordedSubject {
  const { dimensions: dims } = vectors;
  const store = new InMemoryStore({ index: { dims, embeddings: vectors, fields: ["text"] } });
  return {
    name: "LangGraph InMemoryStore",
    async put({ id, userId, text }) {
      await store.put([userId], id, { text });
    },
    async search({ userId, text }, limit) {
      const items = await store.search([userId], { query: text, limit });
      return items.map(({ key, score = 0 }) => ({ id: key, score }));
    },
    async [Symbol.asyncDispose]() {},
  };
}
