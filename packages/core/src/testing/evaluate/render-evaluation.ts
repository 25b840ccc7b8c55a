import type { CaseReport, EvaluationMetrics, EvaluationReport } from "./evaluation-report.ts";

type Cells = readonly string[];

const HEAD: Cells = [
  "case",
  "extracted",
  "updated",
  "recall@5",
  "recall@10",
  "MRR",
  "nDCG@10",
  "violations",
];

/** A report as a plain-text table, one line per case and one for all, and below it what went wrong. */
export function renderEvaluation({ cases, total }: EvaluationReport): string {
  const rows = [HEAD, ...cases.map((one) => toCells(one.name, one)), toCells("all", total)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) => toLine(row, widths)).join("\n");
  return [table, ...cases.map(renderFailures)].filter((part) => part !== "").join("\n\n");
}

function toCells(name: string, { extraction, update, retrieval }: EvaluationMetrics): Cells {
  const { recallAt, reciprocalRank, ndcgAt10, absenceViolations } = retrieval;
  return [
    name,
    toShare(extraction.found, extraction.expected),
    toShare(update.absent - update.stillCurrent, update.absent),
    toFigure(recallAt[5]),
    toFigure(recallAt[10]),
    toFigure(reciprocalRank),
    toFigure(ndcgAt10),
    String(absenceViolations),
  ];
}

/** Names stand left, figures right. */
function toLine(row: Cells, widths: readonly number[]): string {
  return row
    .map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    .join("  ");
}

function toShare(part: number, whole: number): string {
  return whole === 0 ? "–" : `${part}/${whole}`;
}

function toFigure(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(3);
}

function renderFailures({ name, missing, stillCurrent, unprocessed, questions }: CaseReport) {
  const lines = [
    ...missing.map((matcher) => `  not remembered: ${matcher}`),
    ...stillCurrent.map((text) => `  still held true: ${text}`),
    ...questions.flatMap(({ question, missing: unfound, violations }) => [
      ...unfound.map((matcher) => `  ${question} not found: ${matcher}`),
      ...violations.map((text) => `  ${question} should not find: ${text}`),
    ]),
    ...(unprocessed > 0 ? [`  exchanges that nothing was learned from: ${unprocessed}`] : []),
  ];
  return lines.length === 0 ? "" : [`${name}:`, ...lines].join("\n");
}
