import { lanceDBStore, openaiEmbedder, type EpisodeRow, type VersionRow } from "@palimpsest/core";

/** What a store holds, of all users. */
export interface Rows {
  readonly versions: readonly VersionRow[];
  readonly episodes: readonly EpisodeRow[];
}

/** Reads the store below a memory that is closed. */
export async function readRows(uri: string): Promise<Rows> {
  const { id: embedder, dimensions } = openaiEmbedder({ apiKey: "bench", dimensions: 64 });
  const store = await lanceDBStore({ uri })({ embedder, dimensions });
  try {
    const [versions, episodes] = await Promise.all([
      store.memories.find({ type: "everyone" }),
      store.episodes.find({ type: "everyone" }),
    ]);
    return { versions, episodes };
  } finally {
    await store.close();
  }
}
