export { memoryCall } from "./middleware/memory-call.ts";
export { memoryMiddleware, type MemoryMiddleware } from "./middleware/memory-middleware.ts";
export type {
  MemoryMiddlewareOptions,
  RecallSettings,
  RememberSettings,
  ScopeSource,
} from "./middleware/options.ts";
export { withMemory, type ModelWithMemory } from "./middleware/with-memory.ts";
