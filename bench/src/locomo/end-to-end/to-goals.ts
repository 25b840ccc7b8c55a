import type { Goal } from "../../report/goals.ts";
import { toShare } from "../retrieval/render-figures.ts";
import type { SubjectFigures } from "../retrieval/to-figures.ts";

/** What the facts and exchanges of raw conversations have to show: neither is lost by the other. */
export function toGoals({
  turns,
  facts,
  union,
}: Record<"turns" | "facts" | "union", SubjectFigures>): Goal[] {
  const best = Math.max(recallOf(turns), recallOf(facts));
  return [
    {
      name: `recall@10 of ${union.name} at least that of ${turns.name} or ${facts.name}, ${toShare(best)}`,
      measured: toShare(recallOf(union)),
      holds: recallOf(union) >= best,
    },
  ];
}

function recallOf({ measures }: SubjectFigures): number {
  return measures["R@10"].mean;
}
