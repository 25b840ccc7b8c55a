import { lanceDBStore } from "../../lancedb/lancedb-store.ts";
import { hashEmbedder } from "../../testing/hash-embedder.ts";

const embedder = hashEmbedder();
const space = { embedder: embedder.id, dimensions: embedder.dimensions };

/** Every row of every table, as another process reads them. */
export async function readStore(uri: string) {
  const store = await lanceDBStore({ uri, durability: "os" })(space);
  const everyone = { type: "everyone" } as const;
  const byKey = { orderBy: { column: "key" } } as const;
  const episodes = await store.episodes.find(everyone, byKey);
  const rows = {
    memories: await store.memories.find(everyone, { ...byKey, withVector: true }),
    // What work on them cost, and when, is of this store alone.
    episodes: episodes.map(
      ({ attemptedAt: _at, modelCalls: _calls, tokens: _tokens, ...row }) => row,
    ),
    sessions: await store.sessions.find(everyone, byKey),
    decisions: await store.decisions.find(everyone, byKey),
  };
  await store.close();
  return rows;
}
