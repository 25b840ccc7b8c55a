// pnpm bench <bench> [options]
import { runAll } from "./all/run-all.ts";
import { BenchError, UsageError } from "./bench-error.ts";
import { runChat } from "./chat/run-chat.ts";
import { runConcurrency } from "./concurrency/run-concurrency.ts";
import { runCrash } from "./crash/run-crash.ts";
import { runFaults } from "./faults/run-faults.ts";
import { runLanggraph } from "./langgraph/run-langgraph.ts";
import { runLocomo } from "./locomo/run-locomo.ts";
import { runLongmemeval } from "./longmemeval/run-longmemeval.ts";
import { runMastra } from "./mastra/run-mastra.ts";
import { runReadPolicy } from "./read-policy/run-read-policy.ts";
import { runScale } from "./scale/run-scale.ts";
import { runSoak } from "./soak/run-soak.ts";

interface Bench {
  summary: string;
  run: (args: readonly string[], signal: AbortSignal) => Promise<void>;
}

const BENCHES = new Map<string, Bench>([
  ["all", { summary: "one after another, with a page of results", run: runAll }],
  ["chat", { summary: "what memory adds to an answer that is streamed", run: runChat }],
  ["concurrency", { summary: "processes that change the same memories", run: runConcurrency }],
  ["crash", { summary: "processes killed at their work on one folder", run: runCrash }],
  ["faults", { summary: "models that fail in every way while they are asked", run: runFaults }],
  ["langgraph", { summary: "checkpointer and store beside those of LangGraph", run: runLanggraph }],
  ["locomo", { summary: "long conversations between two people, fed and asked", run: runLocomo }],
  [
    "longmemeval",
    { summary: "questions about long chats, answered and judged by models", run: runLongmemeval },
  ],
  ["mastra", { summary: "what memory adds to a turn of a Mastra agent", run: runMastra }],
  [
    "read-policy",
    { summary: "what is put into prompts that have nothing to do with it", run: runReadPolicy },
  ],
  ["scale", { summary: "a thousand to a million memories, searched and added to", run: runScale }],
  ["soak", { summary: "commit after commit: nothing may get slower or larger", run: runSoak }],
]);

const USAGE = `Usage: pnpm bench <bench> [options]

Benches:
${[...BENCHES].map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`).join("\n")}

Options of a bench: pnpm bench <bench> --help`;

/** As a shell reports a process that was ended by Ctrl+C. */
const INTERRUPTED = 130;

// The first Ctrl+C lets the bench clean up, the second one ends it at once.
const interruption = new AbortController();
process.once("SIGINT", () => interruption.abort());

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === "--help" || name === "-h") {
    console.log(USAGE);
    return;
  }
  const bench = BENCHES.get(name);
  if (bench === undefined) throw new UsageError(`There is no bench called "${name}".`, USAGE);
  await bench.run(args, interruption.signal);
}

/** Tells what went wrong; gives the exit code. */
function report(error: unknown): number {
  if (interruption.signal.aborted && error === interruption.signal.reason) {
    console.error("Interrupted.");
    return INTERRUPTED;
  }
  if (!(error instanceof BenchError)) throw error;
  console.error(error.message);
  if (error instanceof UsageError) console.error(`\n${error.usage}`);
  return error.exitCode;
}
