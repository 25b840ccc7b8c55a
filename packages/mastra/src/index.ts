export { LongTermMemory, type LongTermMemoryConfig } from "./memory/long-term-memory.ts";
export type { AiSdkEmbeddingModel } from "./models/embed-texts.ts";
export {
  fromMastraEmbedding,
  type MastraEmbeddingModel,
  type MastraEmbeddingOptions,
} from "./models/from-mastra-embedding.ts";
export { type AiSdkModel, fromMastraModel, type MastraModel } from "./models/from-mastra-model.ts";
export type { LongTermOptions, RecallSettings, ScopeSource } from "./options.ts";
export {
  createLongTermProcessor,
  type LongTermProcessor,
} from "./processor/create-long-term-processor.ts";
export { LONG_TERM_KEY, type LongTermCall } from "./processor/read-call.ts";
export { createLongTermTools, type LongTermTools } from "./tools/create-long-term-tools.ts";
export type { LongTermTool, LongTermToolsOptions, Refused } from "./tools/tools-options.ts";
