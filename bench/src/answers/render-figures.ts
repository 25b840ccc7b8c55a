import { toShare } from "../locomo/retrieval/render-figures.ts";
import type { Mean } from "../locomo/retrieval/to-figures.ts";
import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";
import type { ContextFigures } from "./to-figures.ts";

/** The figures as tables: a line for each context, and one for each category of questions. */
export function renderFigures(figures: readonly ContextFigures[]): string {
  const [first] = figures;
  return [
    renderTable([
      ["", "questions", "correct, 95 %", "tokens of the context", "tokens sent", "cost, $"],
      ...figures.map(({ context, questions, accuracy, contextTokens, inputTokens, dollars }) => [
        context,
        formatNumber(questions),
        toCell(accuracy),
        formatNumber(contextTokens),
        formatNumber(inputTokens),
        formatNumber(dollars, 4),
      ]),
    ]),
    renderTable([
      ["correct, 95 %", "questions", ...figures.map(({ context }) => context)],
      ...Object.entries(first?.byCategory ?? {}).map(([category, { questions }]) => [
        category,
        formatNumber(questions),
        ...figures.map(({ byCategory }) => {
          const accuracy = byCategory[category]?.accuracy;
          return accuracy === undefined ? "" : toCell(accuracy);
        }),
      ]),
    ]),
  ].join("\n\n");
}

function toCell({ mean, low, high }: Mean): string {
  return `${toShare(mean)} [${toShare(low)}, ${toShare(high)}]`;
}
