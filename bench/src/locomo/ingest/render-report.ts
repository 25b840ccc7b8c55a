import type { Operation } from "@palimpsest/core";
import { formatNumber } from "../../report/format-number.ts";
import { renderTable } from "../../report/table.ts";
import type { IngestReport } from "./ingest.ts";
import type { Figures } from "./to-figures.ts";

const MEGABYTE = 1_000_000;

const MEASURES: readonly [name: string, cellOf: (figures: Figures) => string][] = [
  ["sessions", ({ sessions }) => formatNumber(sessions)],
  ["messages", ({ messages }) => formatNumber(messages)],
  ["seconds", ({ seconds }) => formatNumber(seconds, 1)],
  ["messages per second", ({ messagesPerSecond }) => formatNumber(messagesPerSecond, 1)],
  ["add p50, ms", ({ addP50Ms }) => formatNumber(addP50Ms, 1)],
  ["add p95, ms", ({ addP95Ms }) => formatNumber(addP95Ms, 1)],
  ["pending exchanges", ({ pending }) => formatNumber(pending)],
  ["memories", ({ memories }) => formatNumber(memories)],
  ["versions", ({ versions }) => formatNumber(versions)],
  ...(["ADD", "UPDATE", "DELETE", "NOOP", "REJECTED"] as const).map(toDecisionMeasure),
  ["history tokens", ({ historyTokens }) => formatNumber(historyTokens)],
  ["memory tokens", ({ memoryTokens }) => formatNumber(memoryTokens)],
  ["questions", ({ questions }) => formatNumber(questions)],
  ["tokens per question", (figures) => formatNumber(figures.contextTokensPerQuestion, 1)],
  ["saved, %", ({ savedPercent }) => formatNumber(savedPercent, 2)],
];

function toDecisionMeasure(operation: Operation): (typeof MEASURES)[number] {
  return [operation, ({ decisions }) => formatNumber(decisions[operation])];
}

/** A report for people: a table of all figures, and below it what else there is to tell. */
export function renderReport(report: IngestReport): string {
  const columns = [...report.conversations, report.total];
  const table = renderTable([
    ["", ...columns.map(({ name }) => name)],
    ...MEASURES.map(([name, cellOf]) => [name, ...columns.map(cellOf)]),
  ]);
  const folder = `On disk: ${formatNumber(report.folderBytes / MEGABYTE, 1)} MB`;
  return [table, folder, renderFailures(report), renderAnswers(report)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function renderFailures({ failures }: IngestReport): string {
  const lines = Object.entries(failures).map(([message, count]) => `${count} × ${message}`);
  return lines.length === 0 ? "" : ["Failed behind the calls:", ...lines].join("\n");
}

function renderAnswers({ reopened: { answers } }: IngestReport): string {
  const parts = answers.map(({ userId, question, matches }) =>
    [
      `${userId}: ${question}`,
      ...matches.map(({ memory, score }) => `  ${formatNumber(score, 2)}  ${memory}`),
    ].join("\n"),
  );
  return ["Asked in a new process:", ...parts].join("\n\n");
}
