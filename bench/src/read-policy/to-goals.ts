import { formatNumber } from "../report/format-number.ts";
import type { Goal } from "../report/goals.ts";
import type { ReadPolicyFigures } from "./measure-read-policy.ts";

const LEAST_SILENT = 0.8;
/** Recall that keeping quiet may cost: two points. */
const MOST_LOST = 0.02;

/** A memory keeps quiet where it knows nothing, and nowhere else. */
export function toGoals({ silent, recall, recallOfAll }: ReadPolicyFigures): Goal[] {
  return [
    {
      name: `context() empty for at least ${formatNumber(LEAST_SILENT, 2)} of other people's questions`,
      measured: formatNumber(silent, 3),
      holds: silent >= LEAST_SILENT,
    },
    {
      name: `recall@10 of the own at least ${formatNumber(recallOfAll - MOST_LOST, 3)}`,
      measured: formatNumber(recall, 3),
      holds: recall >= recallOfAll - MOST_LOST,
    },
  ];
}
