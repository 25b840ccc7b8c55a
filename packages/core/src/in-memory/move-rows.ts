import type { EmbeddingSpace, Move } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { copyVector } from "../rows/copy-vector.ts";

/** Texts per call of the embedder. */
const BATCH = 128;

/** What is embedded for the space that memories move to, by text. */
export type MovedVectors = Map<string, Float32Array>;

/**
 * Gives every row a vector of another embedding space, while rows come and go; `adopt` is called
 * when all have one, and nobody else uses the store. Vectors that are in `vectors` are not made again.
 */
export async function moveRows(
  rows: Map<string, VersionRow>,
  { embedder, dimensions }: EmbeddingSpace,
  { embed, onProgress, alone, signal }: Move,
  { vectors, adopt }: { vectors: MovedVectors; adopt: () => void },
): Promise<void> {
  const isMissing = ({ text }: VersionRow) => !vectors.has(text);
  await embedMissing();
  await alone(async () => {
    await embedMissing();
    for (const row of rows.values()) {
      rows.set(row.key, { ...row, vector: vectors.get(row.text) ?? [], embedder });
    }
    adopt();
  });

  async function embedMissing(): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const missing = [...rows.values()].filter(isMissing);
      const texts = [...new Set(missing.map(({ text }) => text))].slice(0, BATCH);
      if (texts.length === 0) break;
      for (const [index, vector] of (await embed(texts)).entries()) {
        vectors.set(texts[index] ?? "", copyVector(vector, dimensions, "move the memories"));
      }
      const done = [...rows.values()].filter((row) => !isMissing(row)).length;
      onProgress?.({ done, total: rows.size });
    }
  }
}
