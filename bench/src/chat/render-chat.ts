import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";
import type { SubjectFigures } from "./measure-chat.ts";

/** One line per subject: what it takes, and what of that it adds to the first one's, which has no memory. */
export function renderChat(figures: readonly SubjectFigures[]): string {
  const [plain] = figures;
  if (plain === undefined) return "";
  const milliseconds = (value: number, without: number) =>
    `${formatNumber(value, 1)} (+${formatNumber(value - without, 1)})`;
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
      milliseconds(firstToken.p50Ms, plain.firstToken.p50Ms),
      milliseconds(firstToken.p95Ms, plain.firstToken.p95Ms),
      milliseconds(end.p50Ms, plain.end.p50Ms),
      milliseconds(end.p95Ms, plain.end.p95Ms),
      milliseconds(promptTokens, plain.promptTokens),
    ]),
  ]);
}
