import type { MemoryMatch, Scope } from "@palimpsest/core";
import type { InContext } from "./async-context.ts";
import type { CallParams } from "./call-types.ts";
import type { Conversation } from "./messages.ts";
import type { Turn } from "./turns.ts";

/** One call of the model: an attempt at a step of a turn. */
export interface Attempt {
  readonly scope: Scope;
  readonly turn: Turn;
  readonly conversation: Conversation;
  /** What the calls of its tools are known by. */
  readonly nameCall: (toolCallId: string) => string;
  /** Whether it may be kept. */
  readonly remembers: boolean;
  /** What stands in the prompt; none when nothing was to be looked up. */
  readonly memories: readonly MemoryMatch[] | undefined;
  readonly signal: CallParams["abortSignal"];
  readonly inContext: InContext;
}
