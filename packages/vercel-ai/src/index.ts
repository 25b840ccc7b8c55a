export { memoryCall } from "./middleware/memory-call.ts";
export { memoryMiddleware, type MemoryMiddleware } from "./middleware/memory-middleware.ts";
export type {
  MemoryMiddlewareOptions,
  RecallSettings,
  RememberSettings,
  ScopeSource,
} from "./middleware/options.ts";
export { withMemory, type ModelWithMemory } from "./middleware/with-memory.ts";
export { fromAiSdk, type AiSdkModel } from "./models/from-ai-sdk.ts";
export {
  fromAiSdkEmbedding,
  type AiSdkEmbeddingModel,
  type AiSdkEmbeddingOptions,
} from "./models/from-ai-sdk-embedding.ts";
export type { MemoryTool, MemoryToolsOptions, Refused, ToolCall } from "./tools/memory-tool.ts";
export { memoryTools, type MemoryTools } from "./tools/memory-tools.ts";
export { usedMemories, type UsedMemory } from "./used-memories.ts";
