/** The ranks at which recall is told. */
export const CUT_OFFS = [1, 3, 5, 10, 20] as const;

/** How good a ranking is; everything is 0…1, and more is better. */
export interface RankingMeasures {
  /** The share of what is relevant that stands among the first k. */
  recallAt: Record<(typeof CUT_OFFS)[number], number>;
  /** 1 when something relevant stands among the first five, else 0. */
  hitAt5: number;
  /** 1 divided by the rank of the first relevant result; 0 without one. Its mean is the MRR. */
  reciprocalRank: number;
  /** Normalised discounted cumulative gain of the first ten, by logarithms to the base 2. */
  ndcgAt10: number;
}

const HIT_RANK = 5;
const NDCG_RANK = 10;

/**
 * Measures a ranking by what is relevant in it, each result or none.
 *
 * `isRelevant` tells of each result, most relevant first; what says the same again counts once, so
 * the caller marks it the first time only. `relevant` is how much there is to find, found or not.
 * With nothing to find every measure is `NaN`.
 *
 * nDCG is that of Järvelin and Kekäläinen (2002) with gains of 0 and 1.
 */
export function measureRanking(isRelevant: readonly boolean[], relevant: number): RankingMeasures {
  const foundIn = (rank: number) => isRelevant.slice(0, rank).filter(Boolean).length;
  const first = isRelevant.indexOf(true);
  return relevant === 0
    ? { recallAt: atCutOffs(() => NaN), hitAt5: NaN, reciprocalRank: NaN, ndcgAt10: NaN }
    : {
        recallAt: atCutOffs((rank) => foundIn(rank) / relevant),
        hitAt5: Math.min(foundIn(HIT_RANK), 1),
        reciprocalRank: first === -1 ? 0 : 1 / (first + 1),
        ndcgAt10: gainOf(isRelevant) / gainOf(Array.from({ length: relevant }, () => true)),
      };
}

function atCutOffs(valueAt: (rank: (typeof CUT_OFFS)[number]) => number) {
  return { 1: valueAt(1), 3: valueAt(3), 5: valueAt(5), 10: valueAt(10), 20: valueAt(20) };
}

function gainOf(isRelevant: readonly boolean[]): number {
  return isRelevant
    .slice(0, NDCG_RANK)
    .reduce((gain, counts, index) => gain + (counts ? 1 / Math.log2(index + 2) : 0), 0);
}

/** The mean of several rankings, measure by measure; `NaN` for none. */
export function meanRanking(measures: readonly RankingMeasures[]): RankingMeasures {
  const meanOf = (valueOf: (one: RankingMeasures) => number) =>
    measures.reduce((sum, one) => sum + valueOf(one), 0) / measures.length;
  return {
    recallAt: atCutOffs((rank) => meanOf(({ recallAt }) => recallAt[rank])),
    hitAt5: meanOf(({ hitAt5 }) => hitAt5),
    reciprocalRank: meanOf(({ reciprocalRank }) => reciprocalRank),
    ndcgAt10: meanOf(({ ndcgAt10 }) => ndcgAt10),
  };
}
