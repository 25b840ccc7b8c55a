import type { RankingMeasures } from "@palimpsest/core/testing";

/** The measures of a ranking as they stand in tables, in their order. */
const MEASURES = {
  "R@1": ({ recallAt }) => recallAt[1],
  "R@3": ({ recallAt }) => recallAt[3],
  "R@5": ({ recallAt }) => recallAt[5],
  "R@10": ({ recallAt }) => recallAt[10],
  "R@20": ({ recallAt }) => recallAt[20],
  "hit@5": ({ hitAt5 }) => hitAt5,
  MRR: ({ reciprocalRank }) => reciprocalRank,
  "nDCG@10": ({ ndcgAt10 }) => ndcgAt10,
} satisfies Record<string, (measures: RankingMeasures) => number>;

export type Measure = keyof typeof MEASURES;

export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

/** One value for each measure. */
export type PerMeasure<VALUE> = Record<Measure, VALUE>;

/** What `valueOf` gives for each measure. */
export function perMeasure<VALUE>(
  valueOf: (measureOf: (measures: RankingMeasures) => number) => VALUE,
): PerMeasure<VALUE> {
  const entries = MEASURE_NAMES.map((name) => [name, valueOf(MEASURES[name])]);
  return Object.fromEntries(entries) as PerMeasure<VALUE>;
}
