import { formatNumber } from "../../report/format-number.ts";
import type { Goal } from "../../report/goals.ts";

/** Recall@10 with simulated vectors: by both signals, and by each alone. */
export interface FusedRecall {
  strength: number;
  hybrid: number;
  words: number;
  vectors: number;
}

/** So much less counts as nothing lost: half a point. */
const UNCHANGED = 0.005;

/** Together, words and vectors must find what the better of them finds alone. */
export function toGoal({ strength, hybrid, words, vectors }: FusedRecall): Goal {
  const best = Math.max(words, vectors);
  return {
    name: `recall@10 of both, with vectors of strength ${strength}, at least ${formatNumber(best - UNCHANGED, 3)}`,
    measured: formatNumber(hybrid, 3),
    holds: hybrid >= best - UNCHANGED,
  };
}
