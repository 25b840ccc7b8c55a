import { LibSQLVector } from "@mastra/libsql";
import type { KnownVectors } from "./known-vectors.ts";
import type { RecordedSubject } from "./recorded-subject.ts";

const INDEX = "facts";

/** The vector store of Mastra that its semantic recall asks, in a file, users told apart by metadata. */
export async function openMastra(vectors: KnownVectors, file: string): Promise<RecordedSubject> {
  const store = new LibSQLVector({ id: "facts", url: `file:${file}` });
  await store.createIndex({ indexName: INDEX, dimension: vectors.dimensions, metric: "cosine" });
  return {
    name: "Mastra LibSQLVector",
    async put({ id, userId, text }) {
      const vector = await vectors.embedQuery(text);
      await store.upsert({
        indexName: INDEX,
        vectors: [vector],
        metadata: [{ userId }],
        ids: [id],
      });
    },
    async search({ userId, text }, limit) {
      const queryVector = await vectors.embedQuery(text);
      const filter = { userId };
      const found = await store.query({ indexName: INDEX, queryVector, topK: limit, filter });
      return found.map(({ id, score }) => ({ id, score }));
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}
