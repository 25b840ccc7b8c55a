export type { RunConfig, ScopeSource } from "../identity.ts";
export type { MessagesState } from "../messages.ts";
export type { RecallSettings, RememberSettings, TurnOptions } from "../turns/options.ts";
export { recallNode, type RecalledState } from "./recall-node.ts";
export { rememberNode, type RememberNode } from "./remember-node.ts";
