import { renderTable } from "../report/table.ts";
import type { Measured } from "./measured.ts";

/** What the project is measured by, and the goals of which benches show it: those whose names begin so. */
const MEASURES: readonly (readonly [measure: string, goals: Readonly<Record<string, string>>])[] = [
  ["Evidence found among LoCoMo's recorded facts", { locomo: "recall@10" }],
  ["Tokens injected, against the full history", { locomo: "tokens injected" }],
  ["`search` as a store grows", { scale: "search" }],
  ["`add` beyond the model's time, with many memories", { scale: "add" }],
  ["The same after many commits", { soak: "" }],
  ["Beside LangGraph's InMemoryStore and SqliteSaver", { langgraph: "" }],
  ["Beside Mastra's semantic recall on LibSQL", { mastra: "" }],
  ["Robustness", { crash: "", concurrency: "", faults: "" }],
  ["Words and vectors together", { "locomo-fusion": "" }],
  ["Facts and exchanges of raw conversations", { "locomo-end-to-end": "" }],
  ["Silence where nothing is known", { "read-policy": "" }],
];

/** The measures with their goals, what was measured, and whether it holds. */
export function renderGoalsTable(measured: readonly Measured[]): string {
  return renderTable([
    ["measure and goal", "bench", "measured", ""],
    ...MEASURES.flatMap(([measure, goals]) => [
      [`**${measure}**`],
      ...Object.entries(goals).flatMap(([id, beginning]) =>
        toRows(
          id,
          beginning,
          measured.find(({ task }) => task.id === id),
        ),
      ),
    ]),
  ]);
}

function toRows(id: string, beginning: string, measured: Measured | undefined): string[][] {
  const goals = measured?.result?.goals.filter(({ name }) => name.startsWith(beginning)) ?? [];
  if (goals.length === 0) return [["", id, "not measured"]];
  return goals.map(({ name, measured: figure, holds }) => [
    name,
    id,
    figure,
    holds ? "holds" : "**MISSED**",
  ]);
}
