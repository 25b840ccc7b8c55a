import type { Related } from "../relevance.ts";

/** A candidate with its place in the ranking. */
export interface Ranked extends Related {
  /** 0…1, higher is more relevant. */
  score: number;
}

/**
 * Orders candidates by relevance, most relevant first.
 *
 * The score is the better of the two signals, moved up to a third of the way to 1 by the other:
 * what is found by meaning and by words stands before what is found by one of them, and neither
 * way of finding can push down what the other is sure of.
 */
export function rankMatches(candidates: readonly Related[]): Ranked[] {
  return candidates
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate) }))
    .toSorted((a, b) => b.score - a.score || compareRecency(a, b));
}

function scoreOf({ similarity, wordOverlap }: Related): number {
  const stronger = Math.max(similarity, wordOverlap);
  const weaker = Math.min(similarity, wordOverlap);
  return stronger + ((1 - stronger) * weaker) / 3;
}

/** Of equally relevant memories the newer first; ids settle the rest, so that the order is stable. */
function compareRecency({ row: a }: Related, { row: b }: Related): number {
  return b.validFrom.getTime() - a.validFrom.getTime() || (a.key < b.key ? -1 : 1);
}
