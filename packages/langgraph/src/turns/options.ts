import type { AddResult, Memory, MemoryMatch, Message, Scope } from "@palimpsest/core";
import type { OnAdapterError } from "@palimpsest/core/adapter";
import type { ScopeSource } from "../identity.ts";

/** How memories are looked up. */
export interface RecallSettings {
  /** Tokens that the block takes at most. Default: 700. */
  tokenBudget?: number | undefined;
  /** After so long the answer begins without memories. Default: 1,500. */
  timeoutMs?: number | undefined;
  /** What to look for, given the conversation. Default: the last words of the user. */
  query?: ((messages: readonly Message[]) => string) | undefined;
}

/** What is remembered of a turn, and when. */
export interface RememberSettings {
  /**
   * `background`, the default: the run ends when its answer is there, and the turn is kept behind it.
   * `await`: the run ends when its turn is kept, which takes as long as one or two calls of a model.
   */
  mode?: "background" | "await" | undefined;
  /** With `await`: after so long the run ends, and the turn is kept behind it. Default: 30,000. */
  timeoutMs?: number | undefined;
  /** Whether the answer is kept beside what the user said. Default: true. */
  assistant?: boolean | undefined;
  /** Whether these messages may be kept. When it fails, they are not. Default: they may. */
  shouldRemember?: ((messages: readonly Message[]) => boolean | Promise<boolean>) | undefined;
}

/** What the middleware and the nodes take. */
export interface TurnOptions {
  /** A memory of `@palimpsest/core`, or a client of one that has these two methods. */
  memory: Pick<Memory, "search" | "add">;
  /**
   * Whose memory it is, in place of what the run says: the first of `context.userId`,
   * `configurable.userId`, `configurable.user_id`, `configurable.langgraph_user_id`, in the session
   * `configurable.thread_id`. Nobody's is neither read nor written.
   */
  scope?: ScopeSource | undefined;
  /** `false`: nothing is looked up. */
  recall?: false | RecallSettings | undefined;
  /** `false`: nothing is kept. */
  remember?: false | RememberSettings | undefined;
  /**
   * Keeps a serverless function alive until the promise is settled: `after` of next/server, `waitUntil`
   * of @vercel/functions.
   */
  waitUntil?: ((work: Promise<void>) => void) | undefined;
  /** Is told once in a turn, before the answer, what goes into the prompt; of nothing, too. */
  onRecall?:
    | ((recalled: { scope: Scope; block: string; memories: readonly MemoryMatch[] }) => void)
    | undefined;
  /** Is told what was learned of a turn, after it was. */
  onRemember?: ((result: AddResult, info: { scope: Scope }) => void) | undefined;
  /** Is told of every failure of memory; the chat goes on. Default: the console. */
  onError?: OnAdapterError | undefined;
}
