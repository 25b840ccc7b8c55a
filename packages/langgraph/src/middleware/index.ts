export type { Run, ScopeSource } from "../identity.ts";
export type { RecallSettings, RememberSettings, TurnOptions } from "../turns/options.ts";
export { longTermMemory, type LongTermMemory } from "./long-term-memory.ts";
export type { LongTermMemoryOptions } from "./options.ts";
