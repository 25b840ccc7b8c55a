export type { LongTermOptions, RecallSettings, ScopeSource } from "./options.ts";
