import { CUT_OFFS } from "@palimpsest/core/testing";
import { renderCurve } from "../../report/render-curve.ts";
import type { SubjectFigures } from "./to-figures.ts";

/** Recall of `what` by the number of results, a line for each subject, as SVG. */
export function drawRecall(what: string, subjects: readonly SubjectFigures[]): string {
  return renderCurve({
    title: `Recall of ${what} by number of results, with 95 % confidence intervals`,
    xName: "results",
    yName: "recall",
    series: subjects.map(({ name, measures }) => ({
      name,
      points: CUT_OFFS.map((rank) => {
        const { mean, low, high } = measures[`R@${rank}`];
        return { x: rank, y: mean, low, high };
      }),
    })),
  });
}
