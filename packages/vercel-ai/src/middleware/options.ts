import type { AddResult, Memory, MemoryMatch, Message, Scope } from "@palimpsest/core";
import type { OnAdapterError } from "@palimpsest/core/adapter";
import type { CallParams, Prompt } from "./call-types.ts";

/** What a scope can be found from: the provider options and the messages of a call. */
export interface ScopeSource {
  readonly providerOptions: CallParams["providerOptions"];
  readonly prompt: Prompt;
}

/** How memories are looked up. */
export interface RecallSettings {
  /** Tokens that the block takes at most. Default: 700. */
  tokenBudget?: number | undefined;
  /** After so long the answer begins without memories. Default: 1,500. */
  timeoutMs?: number | undefined;
  /** What to look for, given the conversation. Default: the last words of the user. */
  query?: ((messages: readonly Message[]) => string) | undefined;
}

/** What is remembered of a turn. */
export interface RememberSettings {
  /** Whether the answer is kept beside what the user said. Default: true. */
  assistant?: boolean | undefined;
  /**
   * What becomes of a turn that was stopped before its answer was complete: nothing is kept (`skip`),
   * what the user said (`user`, the default), or that and the answer so far (`partial`).
   */
  onAbort?: "skip" | "user" | "partial" | undefined;
  /** Whether these messages may be kept. When it fails, they are not. Default: they may. */
  shouldRemember?: ((messages: readonly Message[]) => boolean | Promise<boolean>) | undefined;
}

/** What `memoryMiddleware` and `withMemory` take. */
export interface MemoryMiddlewareOptions {
  /** A memory of `@palimpsest/core`, or a client of one that has these two methods. */
  memory: Pick<Memory, "search" | "add">;
  /** Whose memory it is, where the call does not say so by `memoryCall`. */
  scope?: Scope | ((call: ScopeSource) => Scope | undefined) | undefined;
  /** What becomes of a call without a scope: an error (`throw`, the default), or an answer without memory. */
  missingScope?: "throw" | "skip" | undefined;
  /** `false`: nothing is looked up. */
  recall?: false | RecallSettings | undefined;
  /** `false`: nothing is kept. */
  remember?: false | RememberSettings | undefined;
  /** Where memories stand: behind the instructions (`system`, the default), or before the user's last message. */
  placement?: "system" | "user" | undefined;
  /**
   * Keeps a serverless function alive until the promise is settled: `after` of next/server, `waitUntil`
   * of @vercel/functions. It is called within the async context of the request.
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
