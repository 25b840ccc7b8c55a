import { createMemory } from "@palimpsest/core";
import { fromMastraEmbedding, fromMastraModel } from "@palimpsest/mastra";

export const memory = createMemory({
  model: fromMastraModel("openai/gpt-4.1-nano"),
  embedder: fromMastraEmbedding("openai/text-embedding-3-small", {
    dimensions: 1_536,
    similarityRange: [0.15, 0.8],
  }),
});
