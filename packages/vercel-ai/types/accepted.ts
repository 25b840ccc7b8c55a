// What the AI SDK accepts of this package, and this package of the SDK. Compiled twice: against
// version 7 by the package's tsconfig.json, and against version 6 by the one beside this file.

import { openai } from "@ai-sdk/openai";
import type { Embedder, LanguageModel as MemoryModel, Memory } from "@palimpsest/core";
import {
  fromAiSdk,
  fromAiSdkEmbedding,
  memoryCall,
  memoryMiddleware,
  memoryTools,
  usedMemories,
  withMemory,
} from "@palimpsest/vercel-ai";
import {
  defaultSettingsMiddleware,
  generateText,
  type InferUITools,
  type LanguageModel,
  streamText,
  ToolLoopAgent,
  wrapLanguageModel,
  wrapProvider,
} from "ai";

declare const memory: Memory;
const alice = { userId: "alice" };

export const model = withMemory(openai("gpt-4.1-nano"), { memory });
export const models: LanguageModel[] = [model];
export const flushed: Promise<void> = model.flush();
export const answer = generateText({ model, prompt: "Hello", ...memoryCall(alice) });
export const stream = streamText({ model, prompt: "Hello", ...memoryCall(alice) });
export const merged = generateText({
  model,
  prompt: "Hello",
  providerOptions: { openai: { user: "alice" }, ...memoryCall(alice).providerOptions },
});
export const agent = new ToolLoopAgent({ model, ...memoryCall(alice) });
export const agentOfMany = new ToolLoopAgent<{ userId: string }>({
  model,
  prepareCall: ({ options, ...rest }) => ({ ...rest, ...memoryCall({ userId: options.userId }) }),
});
export const twice = wrapLanguageModel({
  model,
  middleware: defaultSettingsMiddleware({ settings: {} }),
});
export const ofResponses = withMemory(openai.responses("gpt-4.1-nano"), { memory, scope: alice });

const middleware = memoryMiddleware({ memory, scope: alice });
export const wrapped = wrapLanguageModel({ model: openai("gpt-4.1-nano"), middleware });
export const several = wrapLanguageModel({
  model: openai("gpt-4.1-nano"),
  middleware: [defaultSettingsMiddleware({ settings: {} }), middleware],
});
export const provider = wrapProvider({ provider: openai, languageModelMiddleware: middleware });

const tools = memoryTools({ memory, scope: alice });
export const generated = generateText({ model: openai("gpt-4.1-nano"), prompt: "Hello", tools });
export const streamed = streamText({
  model: openai("gpt-4.1-nano"),
  prompt: "Hello",
  tools: { ...tools },
});
export const toolAgent = new ToolLoopAgent({ model: openai("gpt-4.1-nano"), tools });
export const found: InferUITools<typeof tools>["searchMemory"]["input"] = { query: "tea" };

export const memoryModel: MemoryModel = fromAiSdk(openai("gpt-4.1-nano"));
export const ofWrapped: MemoryModel = fromAiSdk(model);
export const embedder: Embedder = fromAiSdkEmbedding(openai.embedding("text-embedding-3-small"), {
  dimensions: 1_536,
});

export async function used(): Promise<string[]> {
  const result = await answer;
  const ofSteps = result.steps.flatMap((step) => usedMemories(step));
  return [...usedMemories(result), ...ofSteps].map(({ id }) => id);
}

// @ts-expect-error a memory is needed
withMemory(openai("gpt-4.1-nano"), {});
// @ts-expect-error a memory is needed
withMemory(openai("gpt-4.1-nano"));
// @ts-expect-error a memory is needed
memoryMiddleware({ scope: alice });
// @ts-expect-error a memory is needed
memoryTools({ scope: alice });
// @ts-expect-error a scope is needed
memoryTools({ memory });
// @ts-expect-error a scope has an id
memoryTools({ memory, scope: {} });
// @ts-expect-error a call is about somebody
memoryCall({ recall: false });
// @ts-expect-error the id of a model is none
fromAiSdk("openai/gpt-4.1-nano");
// @ts-expect-error an embedding model does not say how long its vectors are
fromAiSdkEmbedding(openai.embedding("text-embedding-3-small"), {});
// @ts-expect-error nor has it an option of that name
fromAiSdkEmbedding(openai.embedding("text-embedding-3-small"), { dimensions: 2, size: 2 });
