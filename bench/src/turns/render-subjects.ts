import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";
import type { SubjectFigures } from "./measure-subjects.ts";

/** One line per subject: what it takes, and what of that it adds to the first one's, which has no memory. */
export function renderSubjects(figures: readonly SubjectFigures[]): string {
  const [plain] = figures;
  if (plain === undefined) return "";
  return renderTable([
    [
      "",
      "first token p50, ms",
      "first token p95, ms",
      "end of stream p50, ms",
      "end of stream p95, ms",
      "prompt, tokens",
    ],
    ...figures.map(({ name, firstToken, end, promptTokens }) => [
      name,
      withShare(firstToken.p50Ms, plain.firstToken.p50Ms),
      withShare(firstToken.p95Ms, plain.firstToken.p95Ms),
      withShare(end.p50Ms, plain.end.p50Ms),
      withShare(end.p95Ms, plain.end.p95Ms),
      withShare(promptTokens, plain.promptTokens),
    ]),
  ]);
}

function withShare(value: number, without: number): string {
  const more = value - without;
  return `${formatNumber(value, 1)} (${more < 0 ? "" : "+"}${formatNumber(more, 1)})`;
}
