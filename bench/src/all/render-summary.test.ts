import { expect, it } from "vitest";
import { measuredTask, unmeasuredTask } from "./__fixtures__/measured.ts";
import { renderSummary } from "./render-summary.ts";

const found = (name: string, mean: number) => ({ name, measures: { "R@10": { mean } } });
const size = (memories: number, p95Ms: number) => ({
  size: memories,
  measured: { search: { p95Ms }, add: { p95Ms: 10 * p95Ms } },
});
const subject = (name: string, p50Ms: number) => ({ name, firstToken: { p50Ms } });

const summary = renderSummary([
  measuredTask("locomo", {
    figures: {
      ours: found("Palimpsest", 0.8572),
      others: [found("mem0ai", 0.7281), found("Mastra LibSQLVector", 0.6919)],
      injection: { tokens: 215.8, historyTokens: 20_076.2 },
    },
  }),
  measuredTask("scale", { figures: { sizes: [size(1_000, 8), size(100_000, 12.34)] } }),
  measuredTask("mastra", {
    figures: {
      subjects: [
        subject("no memory", 8),
        subject("Memory", 10),
        subject("semantic recall, 10,000", 48),
        subject("LongTermMemory, 10,000", 38),
        subject("LongTermMemory, 100,000", 37),
      ],
    },
  }),
  measuredTask("langgraph", { figures: { disk: "of another shape" } }),
  unmeasuredTask("crash"),
]);
const lines = summary.split("\n").map((line) => line.replaceAll(/ +/g, " "));

it("sets ours beside what it is compared with, each with the command that measured it", () => {
  expect(lines).toContain(
    "| evidence among ten of LoCoMo's recorded facts, offline | 0.857 | mem0ai 0.728, Mastra LibSQLVector 0.692 | `pnpm bench locomo` |",
  );
  expect(lines).toContain(
    "| tokens put into a prompt | 216 | whole history 20,076 | `pnpm bench locomo` |",
  );
  expect(lines).toContain(
    "| `search` among 100,000 memories, p95 | 12.3 ms | among 1,000 8.0 ms | `pnpm bench scale --sizes 1k,10k,100k --adds 150` |",
  );
});

it("tells what is added to a turn without memory", () => {
  expect(summary).toMatch(/first token of a Mastra agent.*\+29 ms.*semantic recall.*\+40 ms/);
});

it("leaves out what was not measured, or has another shape", () => {
  expect(summary).not.toMatch(/killed|disk/);
});
