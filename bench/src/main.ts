// pnpm bench <bench> [options]
import { BenchError, UsageError } from "./bench-error.ts";

type Run = (args: readonly string[], signal: AbortSignal) => Promise<void>;

interface Bench {
  summary: string;
  /** Only when it is run: all of them together take two seconds to load, with every framework. */
  load: () => Promise<Run>;
}

const BENCHES = new Map<string, Bench>([
  [
    "all",
    {
      summary: "one after another, with a page of results",
      load: async () => (await import("./all/run-all.ts")).runAll,
    },
  ],
  [
    "chat",
    {
      summary: "what memory adds to an answer that is streamed",
      load: async () => (await import("./chat/run-chat.ts")).runChat,
    },
  ],
  [
    "concurrency",
    {
      summary: "processes that change the same memories",
      load: async () => (await import("./concurrency/run-concurrency.ts")).runConcurrency,
    },
  ],
  [
    "crash",
    {
      summary: "processes killed at their work on one folder",
      load: async () => (await import("./crash/run-crash.ts")).runCrash,
    },
  ],
  [
    "faults",
    {
      summary: "models that fail in every way while they are asked",
      load: async () => (await import("./faults/run-faults.ts")).runFaults,
    },
  ],
  [
    "langgraph",
    {
      summary: "checkpointer and store beside those of LangGraph",
      load: async () => (await import("./langgraph/run-langgraph.ts")).runLanggraph,
    },
  ],
  [
    "locomo",
    {
      summary: "long conversations between two people, fed and asked",
      load: async () => (await import("./locomo/run-locomo.ts")).runLocomo,
    },
  ],
  [
    "longmemeval",
    {
      summary: "questions about long chats, answered and judged by models",
      load: async () => (await import("./longmemeval/run-longmemeval.ts")).runLongmemeval,
    },
  ],
  [
    "mastra",
    {
      summary: "what memory adds to a turn of a Mastra agent",
      load: async () => (await import("./mastra/run-mastra.ts")).runMastra,
    },
  ],
  [
    "read-policy",
    {
      summary: "what is put into prompts that have nothing to do with it",
      load: async () => (await import("./read-policy/run-read-policy.ts")).runReadPolicy,
    },
  ],
  [
    "scale",
    {
      summary: "a thousand to a million memories, searched and added to",
      load: async () => (await import("./scale/run-scale.ts")).runScale,
    },
  ],
  [
    "soak",
    {
      summary: "commit after commit: nothing may get slower or larger",
      load: async () => (await import("./soak/run-soak.ts")).runSoak,
    },
  ],
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
  const run = await bench.load();
  await run(args, interruption.signal);
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
