// What Mastra accepts of this package, and this package of Mastra and the AI SDK. Compiled by the
// package's tsconfig.json, and by the consumers in packaging/, with older compilers and versions.

import { Mastra } from "@mastra/core";
import { Agent } from "@mastra/core/agent";
import type { MastraMemory } from "@mastra/core/memory";
import type { InputProcessor, OutputProcessor } from "@mastra/core/processors";
import { LibSQLStore } from "@mastra/libsql";
import { Memory } from "@mastra/memory";
import type { Embedder, LanguageModel, Memory as CoreMemory } from "@palimpsest/core";
import {
  createLongTermProcessor,
  createLongTermTools,
  fromMastraEmbedding,
  fromMastraModel,
  LONG_TERM_KEY,
  LongTermMemory,
  type LongTermCall,
  type LongTermOptions,
} from "@palimpsest/mastra";

declare const core: CoreMemory;
const storage = new LibSQLStore({ id: "storage", url: "file:./mastra.db" });
const identity = { id: "assistant", name: "Assistant", instructions: "Help." };
const model = "openai/gpt-4.1-mini";

export const memory = new LongTermMemory({ longTerm: { memory: core } });
export const memories: MastraMemory[] = [memory];
export const own: Memory = memory;
export const behind: CoreMemory = memory.longTerm;
export const settled: Promise<void> = memory.settled();
export const inherited = new LongTermMemory({
  storage,
  options: { lastMessages: 20, workingMemory: { enabled: true } },
  longTerm: {
    memory: core,
    recall: { tokenBudget: 400, timeoutMs: 1_000 },
    capture: "inline",
    inject: "user",
    onThreadDelete: "keep",
    delegation: "isolated",
    tools: true,
    scope: ({ resourceId, threadId, requestContext }) =>
      requestContext?.get("anonymous") ? undefined : { userId: resourceId, sessionId: threadId },
    waitUntil: (work) => void work.then(() => undefined),
    onRecall: ({ scope, block, memories: recalled }) => [scope.userId, block, recalled.length],
    onRemember: ({ results, report }, { scope }) => [results, report.status, scope],
    onError: (error, { phase, scope }) => [error, phase, scope],
  },
});
export const mastra = new Mastra({
  agents: { assistant: new Agent({ ...identity, model, memory: inherited }) },
  storage,
});
export const perRequest = new Agent({ ...identity, model, memory: () => memory });

const processor = createLongTermProcessor({ memory: core });
export const sides: [InputProcessor, OutputProcessor] = [processor, processor];
export const beside = new Agent({
  ...identity,
  model,
  memory: new Memory({ storage }),
  inputProcessors: [processor],
  outputProcessors: [processor],
});
export const forgotten: Promise<void> = processor.forgetThread("t1", "user-1");

const tools = createLongTermTools({ memory: core });
export const withTools = new Agent({ ...identity, model, memory, tools });
export const withSome = new Agent({ ...identity, model, memory, tools: { ...tools } });
export const readOnly: LongTermCall = { capture: false };
export const key: string = LONG_TERM_KEY;
export const options: LongTermOptions = { memory: core, recall: false, capture: false };

export const models: LanguageModel[] = [
  fromMastraModel("openai/gpt-4.1-nano"),
  fromMastraModel({ id: "own/model", url: "http://localhost:1234/v1", apiKey: "none" }),
  fromMastraModel({ providerId: "own", modelId: "model", url: "http://localhost:1234/v1" }),
];
export const embedders: Embedder[] = [
  fromMastraEmbedding("openai/text-embedding-3-small", { dimensions: 1_536 }),
  fromMastraEmbedding({ id: "own/model", url: "http://localhost:1234/v1" }, { dimensions: 768 }),
];

// @ts-expect-error a memory is needed
export const withoutMemory = new LongTermMemory({ longTerm: {} });
// @ts-expect-error its options are needed
export const withoutOptions = new LongTermMemory({ storage });
// @ts-expect-error a memory is needed
createLongTermProcessor({});
// @ts-expect-error a memory is needed
createLongTermTools({});
// @ts-expect-error there is no such way
createLongTermProcessor({ memory: core, capture: "later" });
// @ts-expect-error a scope has an id
createLongTermProcessor({ memory: core, scope: () => ({}) });
// @ts-expect-error a number is no model
fromMastraModel(1);
// @ts-expect-error an embedding model does not say how long its vectors are
fromMastraEmbedding("openai/text-embedding-3-small", {});
