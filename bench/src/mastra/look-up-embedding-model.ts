import type { MastraEmbeddingModel } from "@mastra/core/vector";
import type { Embedder } from "@palimpsest/core";

/** Embedded by every Memory, once, to see how many dimensions there are (`@mastra/core` 1.71.0). */
const PROBE = "a";
/** As many as a call of Mastra could ever have. */
const MOST_TEXTS = 1_000;

/** A bench's embedder, as Mastra wants one: it computes nothing, so what is timed is the memory. */
export function createLookUpEmbeddingModel(embedder: Embedder): MastraEmbeddingModel<string> {
  const embed = async (text: string): Promise<number[]> => {
    if (text === PROBE) return Array.from({ length: embedder.dimensions }, () => 1);
    const [vector] = await embedder.embed([text], { purpose: "document" });
    return Array.from(vector ?? []);
  };
  return {
    specificationVersion: "v3",
    provider: "bench",
    modelId: embedder.id,
    maxEmbeddingsPerCall: MOST_TEXTS,
    supportsParallelCalls: true,
    doEmbed: async ({ values }) => ({
      embeddings: await Promise.all(values.map(embed)),
      warnings: [],
    }),
  };
}
