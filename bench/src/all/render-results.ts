import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";
import { type Measured, toCommand } from "./measured.ts";
import type { Result } from "./read-result.ts";
import type { Versions } from "./read-versions.ts";
import { renderGoalsTable } from "./render-goals-table.ts";

const GIGABYTE = 1e9;

const NOT_CLAIMED = `## What is not claimed

- Vectors in \`scale\`, \`chat\`, \`langgraph\` and \`mastra\` are made up, and those of \`locomo --fusion\` are simulated. No
  embedder of a model was measured; with one, search takes longer by its call and finds something else.
- In \`locomo\` everybody has the vectors of the offline embedder, which knows words and no meanings. What mem0ai, LangGraph
  and Mastra find with a model's embeddings was not measured.
- The conversations are the development half of LoCoMo, which was looked at while search was tuned. Its texts are CC BY-NC 4.0 and not in
  this repository; here are figures only.
- Recall is of evidence. No answer of a model was read or judged: \`locomo --answers\` and \`longmemeval\` do that with a key, and no figures of them are given.
- What local rules extract from raw conversations, in \`locomo --end-to-end\`, is what they extract, not what a model would.
- Milliseconds are of this machine, with the load that stands beside each bench. Ratios within a bench travel better.
- Sizes are reduced so that all benches fit into one sitting: a million memories, 10,000 commits and 200 kills are measured
  by \`pnpm bench scale\`, \`soak\` and \`crash\` without options, not here.
- The adapters of mem0 and Supermemory in \`chat\` talk to our memory in place of their services, so what those take is not in it.
- Networks, object storage, several machines, and platforms other than this one were not measured.`;

/**
 * RESULTS.md: machine and versions, whether each goal holds, a section for each bench with its tables
 * and its command, and what none of it claims. Drawings are linked for the tasks whose ids are in `drawn`.
 */
export function renderResults(
  measured: readonly Measured[],
  { versions, drawn }: { versions: Versions; drawn: ReadonlySet<string> },
): string {
  return `${[
    "# Results",
    "Written by `npx -y pnpm@12 bench all` from the figures of its benches; not by hand. What each measures, and how, is in [README.md](README.md).",
    renderConditions(measured, versions),
    "## Goals",
    renderGoalsTable(measured),
    ...measured.map((one) => renderSection(one, drawn.has(one.task.id))),
    NOT_CLAIMED,
  ].join("\n\n")}\n`;
}

function renderConditions(measured: readonly Measured[], { commit, packages }: Versions): string {
  const results = measured.flatMap(({ result }) => result ?? []);
  const dates = results.map(({ finishedAt }) => finishedAt).toSorted();
  return renderTable([
    ["what was measured, and where", ""],
    ["from", toMinute(dates[0])],
    ["to", toMinute(dates.at(-1))],
    ...[...new Set(results.map(describeMachine))].map((machine) => ["machine", machine]),
    ["commit when this was written", commit],
    ...Object.entries(packages).map(([name, version]) => [`\`${name}\``, version]),
  ]);
}

function describeMachine({ node, machine }: Result): string {
  const { cpu, cores, memoryBytes, platform } = machine;
  const memory = formatNumber(memoryBytes / GIGABYTE);
  return `${cpu}, ${cores} cores, ${memory} GB, ${platform}, Node ${node}`;
}

function renderSection({ task, result }: Measured, isDrawn: boolean): string {
  const head = `## ${task.title}\n\n    npx -y ${toCommand(task).replace("pnpm", "pnpm@12")}`;
  if (result === undefined) return `${head}\n\nNot measured: it did not come to its end.`;
  const { goals, tables, finishedAt, machine } = result;
  const load = machine.loadAverage.map((average) => formatNumber(average, 1)).join(", ");
  const verdicts = goals.map(
    ({ name, measured, holds }) => `- ${holds ? "holds" : "**MISSED**"}: ${name}: ${measured}`,
  );
  return [
    head,
    `${toMinute(finishedAt)}, load of the last 1, 5 and 15 minutes: ${load}.`,
    tables,
    ...(isDrawn ? [`![${task.title}](plots/${task.id}.svg)`] : []),
    ...(verdicts.length > 0 ? [verdicts.join("\n")] : []),
  ].join("\n\n");
}

/** A time as it is written in JSON, to the minute. */
function toMinute(time = ""): string {
  return time === "" ? "–" : `${time.slice(0, 16).replace("T", " ")} UTC`;
}
