// Models of AI SDK providers, of every generation that Mastra resolves. Mastra's own types refuse
// those of a provider that is newer than itself: @mastra/core 1.71 does @ai-sdk/openai 4.0.118.

import { openai } from "@ai-sdk/openai";
import { openai as openaiV2 } from "@ai-sdk/openai-v2";
import { openai as openaiV3 } from "@ai-sdk/openai-v3";
import type { Embedder, LanguageModel } from "@palimpsest/core";
import { fromMastraEmbedding, fromMastraModel } from "@palimpsest/mastra";

export const models: LanguageModel[] = [
  fromMastraModel(openai("gpt-4.1-nano")),
  fromMastraModel(openaiV3("gpt-4.1-nano")),
  fromMastraModel(openaiV2("gpt-4.1-nano")),
];

const dimensions = 1_536;
export const embedders: Embedder[] = [
  fromMastraEmbedding(openai.embedding("text-embedding-3-small"), { dimensions }),
  fromMastraEmbedding(openaiV3.embedding("text-embedding-3-small"), { dimensions }),
  fromMastraEmbedding(openaiV2.embedding("text-embedding-3-small"), { dimensions }),
];

// @ts-expect-error an embedding model is no language model
fromMastraModel(openai.embedding("text-embedding-3-small"));
// @ts-expect-error nor the other way round
fromMastraEmbedding(openai("gpt-4.1-nano"), { dimensions });
