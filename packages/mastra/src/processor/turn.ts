import type { Scope } from "@palimpsest/core";

/** A run of an agent, as far as memory is concerned: begun before the answer, kept in the run's state. */
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

/** What a processor keeps between its calls in one run. */
export type RunState = Record<string, unknown>;

const KEY = "turn";

/** Keeps the turn of a run; `undefined` says that it has none. */
export function keepTurn(state: RunState, turn: Turn | undefined): void {
  state[KEY] = turn;
}

/** Whether a run began here; one that goes on after it was suspended has another state. */
export function hasBegun(state: RunState): boolean {
  return KEY in state;
}

/** The turn that was kept. */
export function readTurn(state: RunState): Turn | undefined {
  return state[KEY] as Turn | undefined;
}
