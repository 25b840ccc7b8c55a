import type { RequestContext } from "@mastra/core/request-context";
import type { AddResult, Memory, MemoryMatch, Scope } from "@palimpsest/core";
import type { OnAdapterError } from "@palimpsest/core/adapter";

/** What a scope can be found from. */
export interface ScopeSource {
  readonly resourceId: string;
  readonly threadId: string;
  /** Of the run; none when a thread is deleted. */
  readonly requestContext?: RequestContext | undefined;
  /**
   * The agent of the run, where Mastra says it: of a sub-agent that inherited the memory, and elsewhere to
   * the first processor of a chain only (core 1.71). Agents are better told apart by the context.
   */
  readonly agentId?: string | undefined;
}

/** How memories are looked up. */
export interface RecallSettings {
  /** Tokens that the block takes at most. Default: 700. */
  tokenBudget?: number | undefined;
  /** After so long the answer begins without memories. Default: 1,500. */
  timeoutMs?: number | undefined;
}

/** What `LongTermMemory`, `createLongTermProcessor` and `createLongTermTools` take. */
export interface LongTermOptions {
  /** A memory of `@palimpsest/core`. */
  memory: Memory;
  /** `false`: nothing is looked up. */
  recall?: false | RecallSettings | undefined;
  /**
   * When a turn is learned from: behind the answer (`background`, the default), before the run ends
   * (`inline`), or never (`false`).
   */
  capture?: "background" | "inline" | false | undefined;
  /** Where memories stand: in a system message of their own (`system`, the default), or before the user's last message. */
  inject?: "system" | "user" | undefined;
  /** Whether a deleted thread takes along what it alone taught. Default: it does (`forget`). */
  onThreadDelete?: "forget" | "keep" | undefined;
  /**
   * What runs of sub-agents that inherited the memory of whoever delegated to them have of it: nothing
   * (`off`, the default), or a memory of their own, under the resource that Mastra gives them (`isolated`).
   */
  delegation?: "off" | "isolated" | undefined;
  /**
   * Whose memory a run is about; `undefined`: nobody's. Default: the resource is the user, the thread
   * the session. A user's scope without a session gets the thread for one. A session must belong to one
   * thread, because it is forgotten with it; a scope without user and session has nothing to forget.
   */
  scope?: ((call: ScopeSource) => Scope | undefined) | undefined;
  /** Whether the agent gets tools that search, save and forget. Default: false. */
  tools?: boolean | undefined;
  /** Keeps a serverless function alive until the promise is settled. */
  waitUntil?: ((work: Promise<void>) => void) | undefined;
  /** Is told once in a run, before the answer, what goes into the prompt; of nothing, too. */
  onRecall?:
    | ((recalled: { scope: Scope; block: string; memories: readonly MemoryMatch[] }) => void)
    | undefined;
  /** Is told what was learned of a turn, after it was. */
  onRemember?: ((result: AddResult, info: { scope: Scope }) => void) | undefined;
  /** Is told of every failure of memory; the agent goes on. Default: the console. */
  onError?: OnAdapterError | undefined;
}
