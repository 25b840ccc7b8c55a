import type { Scope } from "@palimpsest/core";

/** A run of an agent, as far as memory is concerned: begun before the answer, kept until behind it. */
export interface Turn {
  readonly scope: Scope;
  readonly threadId: string;
  /** Whether it may be learned from. */
  readonly captures: boolean;
  /** Whether its last message is a router's, not the person's. */
  readonly isRouted: boolean;
  /** The mark of its beginning among the deletions of threads. */
  readonly begunAt: number;
  /** What stands in the prompt; `""` when that is nothing. */
  readonly block: string;
}

/**
 * The turns of runs, by what Mastra keeps of a processor in one run; `undefined`: it has none. A run that
 * goes on after it was suspended is not among them.
 */
export type Turns = WeakMap<object, Turn | undefined>;
