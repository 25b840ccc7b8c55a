import { openai } from "@ai-sdk/openai";
import { createMemory } from "@palimpsest/core";
import { fromAiSdk, fromAiSdkEmbedding } from "@palimpsest/vercel-ai";

export const memory = createMemory({
  model: fromAiSdk(openai("gpt-4.1-nano")),
  embedder: fromAiSdkEmbedding(openai.embedding("text-embedding-3-small"), {
    dimensions: 1_536,
    similarityRange: [0.15, 0.8],
  }),
});
