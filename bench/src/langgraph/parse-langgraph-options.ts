import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../bench-error.ts";
import { parseCount } from "../parse-count.ts";
import { readFlags } from "../read-flags.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the bench's folder. */
const RESULTS = "results/langgraph.json";
const DEFAULTS = {
  parts: "savers,steady,disk,stores",
  checkpoints: "100,3k",
  commits: "100,5k",
  turns: "20",
  items: "100k",
  rounds: "100",
};
const PARTS = ["savers", "steady", "disk", "stores"] as const;

/** Something that is measured for itself. */
export type Part = (typeof PARTS)[number];

export const LANGGRAPH_USAGE = `Usage: pnpm bench langgraph [options]

Measures the checkpointer and the store beside those of LangGraph, on the same input and by turns:
  savers  put, putWrites, getTuple and list in one thread of an agent, as it grows
  steady  the same of ours on a young place and on an old one, with the memory of the process
  disk    what an agent with two parallel calls of a tool per turn leaves on disk
  stores  search, put and get among many items with vectors of 384 dimensions, and recall
The exit code is 1 when a goal is missed.

Options:
  --parts LIST           what is measured; default: ${DEFAULTS.parts}
  --checkpoints LIST     lengths of the thread that are timed; default: ${DEFAULTS.checkpoints}
  --commits N,N          commits of the young place and of the old one; default: ${DEFAULTS.commits}
  --turns N              turns of the agent; default: ${DEFAULTS.turns}
  --items N              items in each store; default: ${DEFAULTS.items}
  --rounds N             calls of each kind that are timed; default: ${DEFAULTS.rounds}
  --uri DIR              where everything is kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/${RESULTS}`;

const OPTIONS = {
  parts: { type: "string" },
  checkpoints: { type: "string" },
  commits: { type: "string" },
  turns: { type: "string" },
  items: { type: "string" },
  rounds: { type: "string" },
  uri: { type: "string" },
  json: { type: "string" },
} as const;

export interface LanggraphOptions {
  parts: readonly Part[];
  /** Ascending. */
  checkpoints: readonly number[];
  commits: { young: number; old: number };
  turns: number;
  items: number;
  rounds: number;
  uri?: string;
  json: string;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseLanggraphOptions(args: readonly string[]): LanggraphOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: LANGGRAPH_USAGE });
  if (values.help) return "help";
  const counts = (option: "checkpoints" | "commits") =>
    (values[option] ?? DEFAULTS[option])
      .split(",")
      .map((count) => parseCount(`--${option}`, count, LANGGRAPH_USAGE));
  const count = (option: "turns" | "items" | "rounds") =>
    parseCount(`--${option}`, values[option] ?? DEFAULTS[option], LANGGRAPH_USAGE);
  const [young = 0, old = 0, ...more] = counts("commits");
  if (young >= old || more.length > 0) {
    throw new UsageError("--commits must be two numbers, the smaller one first.", LANGGRAPH_USAGE);
  }
  return {
    parts: (values.parts ?? DEFAULTS.parts).split(",").map(toPart),
    checkpoints: counts("checkpoints").toSorted((a, b) => a - b),
    commits: { young, old },
    turns: count("turns"),
    items: count("items"),
    rounds: count("rounds"),
    ...(values.uri !== undefined && { uri: resolve(values.uri) }),
    json: resolve(values.json ?? join(BENCH, RESULTS)),
  };
}

function toPart(name: string): Part {
  const part = PARTS.find((known) => known === name);
  if (part !== undefined) return part;
  throw new UsageError(`--parts knows ${PARTS.join(", ")}, not "${name}".`, LANGGRAPH_USAGE);
}
