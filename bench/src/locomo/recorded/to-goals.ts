import { formatNumber } from "../../report/format-number.ts";
import type { Goal } from "../../report/goals.ts";
import type { RecordedFigures } from "./render-recorded.ts";

const LEAST_RECALL = 0.87;
const LEAST_NDCG = 0.75;
const LEAST_MULTI_HOP_RECALL = 0.55;
const LEAST_PRECISION = 0.28;
const LEAST_SAVED_PERCENT = 95;
/** Recall that is lower by no more than this counts as unchanged: half a point. */
const UNCHANGED = 0.005;

/** What retrieval over recorded facts has to show. */
export function toGoals({
  ours: { measures, byCategory, cut },
  injection,
}: Pick<RecordedFigures, "ours" | "injection">): Goal[] {
  const recall = measures["R@10"].mean;
  return [
    atLeast("recall@10", recall, LEAST_RECALL),
    atLeast("nDCG@10", measures["nDCG@10"].mean, LEAST_NDCG),
    atLeast(
      "multi-hop recall@10",
      byCategory["multi-hop"]?.measures["R@10"].mean ?? Number.NaN,
      LEAST_MULTI_HOP_RECALL,
    ),
    atLeast("precision with the relative cut-off", cut.precision, LEAST_PRECISION),
    atLeast(
      "recall with the relative cut-off, that of ten being unchanged",
      cut.recall,
      recall - UNCHANGED,
    ),
    {
      name: `tokens injected at least ${LEAST_SAVED_PERCENT} % below the full history`,
      measured: `${formatNumber(injection.savedPercent, 2)} %`,
      holds: injection.savedPercent >= LEAST_SAVED_PERCENT,
    },
    atLeast(
      "recall of what is injected, that of ten being unchanged",
      injection.recall,
      recall - UNCHANGED,
    ),
  ];
}

function atLeast(name: string, value: number, bound: number): Goal {
  return {
    name: `${name} at least ${formatNumber(bound, 3)}`,
    measured: formatNumber(value, 3),
    holds: value >= bound,
  };
}
