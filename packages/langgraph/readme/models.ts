import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { createMemory } from "@palimpsest/core";
import { fromLangChain, fromLangChainEmbeddings } from "@palimpsest/langgraph";

export const memory = createMemory({
  model: fromLangChain(new ChatOpenAI({ model: "gpt-4.1-nano", maxRetries: 0 })),
  embedder: fromLangChainEmbeddings(
    new OpenAIEmbeddings({ model: "text-embedding-3-small", maxRetries: 0 }),
    { dimensions: 1_536, similarityRange: [0.15, 0.8] },
  ),
});
