export { LongTermMemory, type LongTermMemoryConfig } from "./memory/long-term-memory.ts";
export type { LongTermOptions, RecallSettings, ScopeSource } from "./options.ts";
export {
  createLongTermProcessor,
  type LongTermProcessor,
} from "./processor/create-long-term-processor.ts";
export { LONG_TERM_KEY, type LongTermCall } from "./processor/read-call.ts";
