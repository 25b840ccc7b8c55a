import type { Feeding } from "../feed-conversation.ts";
import type { ContextCost } from "./measure-context.ts";

/** Everything that was measured over one conversation or several: sums and single durations. */
export interface Tally extends Feeding, ContextCost {
  sessions: number;
  /** Exchanges that were not processed. */
  pending: number;
  /** Current memories. */
  memories: number;
  memoryTokens: number;
  /** Rows of memories: current ones, and all that they and others were before. */
  versions: number;
}

/** Several tallies as one. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = (amountOf: (tally: Tally) => number) =>
    tallies.reduce((total, tally) => total + amountOf(tally), 0);
  return {
    sessions: sum(({ sessions }) => sessions),
    messages: sum(({ messages }) => messages),
    elapsedMs: sum(({ elapsedMs }) => elapsedMs),
    addMs: tallies.flatMap(({ addMs }) => addMs),
    pending: sum(({ pending }) => pending),
    memories: sum(({ memories }) => memories),
    versions: sum(({ versions }) => versions),
    decisions: {
      ADD: sum(({ decisions }) => decisions.ADD),
      UPDATE: sum(({ decisions }) => decisions.UPDATE),
      DELETE: sum(({ decisions }) => decisions.DELETE),
      NOOP: sum(({ decisions }) => decisions.NOOP),
      REJECTED: sum(({ decisions }) => decisions.REJECTED),
    },
    historyTokens: sum(({ historyTokens }) => historyTokens),
    memoryTokens: sum(({ memoryTokens }) => memoryTokens),
    questions: sum(({ questions }) => questions),
    contextTokens: sum(({ contextTokens }) => contextTokens),
    replayedTokens: sum(({ replayedTokens }) => replayedTokens),
  };
}
