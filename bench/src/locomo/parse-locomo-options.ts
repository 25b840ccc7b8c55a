import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  ANSWERING_OPTIONS,
  ANSWERING_USAGE,
  type AnsweringOptions,
  parseAnsweringOptions,
} from "../answers/parse-answering-options.ts";
import { UsageError } from "../bench-error.ts";
import { parseCount } from "../parse-count.ts";
import { readFlags } from "../read-flags.ts";
import { type Source, SOURCES } from "./recorded/to-recorded.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the repository's root. */
const DATA = "../shared/data/locomo-dev.json";
const INGEST_QUESTIONS = 20;

export const LOCOMO_USAGE = `Usage: pnpm bench locomo [options]
       pnpm bench locomo --ablation [options]
       pnpm bench locomo --fusion [options]
       pnpm bench locomo --end-to-end [options]
       pnpm bench locomo --ingest [options]
       pnpm bench locomo --answers [options]

What memory.search finds in the LoCoMo conversations, with the local models and no key. Without a
flag: among their recorded facts, beside mem0ai, LangGraph's InMemoryStore and Mastra's LibSQLVector
on the same vectors.

  --ablation             the same by ours alone, without each of its signals in turn
  --fusion               the same by ours alone, with simulated vectors of several qualities: what words
                         and vectors find together, and each alone
  --end-to-end           among what memory.add makes of the raw conversations, beside their raw turns
  --ingest               what memory.add makes of them and what a question costs, in figures
  --answers              how many questions a model answers correctly from that, from raw turns and from
                         the whole conversation, as another model judges; needs OPENAI_API_KEY

Options:
  --data FILE            the conversations; default: ${DATA}, beside the repository
  --conversation ID      only this one, like conv-26; may be given several times; default: all
  --source SOURCE        what a recorded fact is stored with: turn, the turns that it cites (default),
                         block, the blocks of four turns around them, or none
  --questions N          most questions per conversation that are asked;
                         default: all, with --ingest ${INGEST_QUESTIONS}
  --uri DIR              where the memory is kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/results/locomo.json, with a flag
                         locomo-ablation.json and so on; drawings go beside it

Options of --answers:
${ANSWERING_USAGE}`;

const RUNS = ["ablation", "fusion", "end-to-end", "ingest", "answers"] as const;

/** What of the bench is to run. */
type LocomoRun = "recorded" | (typeof RUNS)[number];

const OPTIONS = {
  ablation: { type: "boolean" },
  fusion: { type: "boolean" },
  "end-to-end": { type: "boolean" },
  ingest: { type: "boolean" },
  answers: { type: "boolean" },
  data: { type: "string" },
  conversation: { type: "string", multiple: true },
  source: { type: "string" },
  questions: { type: "string" },
  uri: { type: "string" },
  json: { type: "string" },
  ...ANSWERING_OPTIONS,
} as const;

export interface LocomoOptions {
  run: LocomoRun;
  data: string;
  /** Empty for all. */
  conversations: readonly string[];
  source: Source;
  /** Most questions of a conversation that are asked. */
  questions: number;
  uri?: string;
  json: string;
  /** Of `answers` alone. */
  answering: AnsweringOptions;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseLocomoOptions(args: readonly string[]): LocomoOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: LOCOMO_USAGE });
  if (values.help) return "help";
  const runs = RUNS.filter((name) => values[name]);
  if (runs.length > 1) {
    throw new UsageError(`Only one of --${runs.join(" and --")} at a time.`, LOCOMO_USAGE);
  }
  const [run = "recorded"] = runs;
  const json = join(BENCH, "results", run === "recorded" ? "locomo.json" : `locomo-${run}.json`);
  return {
    run,
    data: resolve(values.data ?? join(BENCH, "..", DATA)),
    conversations: values.conversation ?? [],
    source: parseSource(values.source),
    questions: parseQuestions(values.questions, run),
    ...(values.uri !== undefined && { uri: resolve(values.uri) }),
    json: resolve(values.json ?? json),
    answering: parseAnsweringOptions(values, { bench: "locomo", usage: LOCOMO_USAGE }),
  };
}

function parseSource(text: string | undefined): Source {
  if (text === undefined) return "turn";
  const source = SOURCES.find((known) => known === text);
  if (source) return source;
  throw new UsageError(`--source must be ${SOURCES.join(", ")}, not "${text}".`, LOCOMO_USAGE);
}

function parseQuestions(text: string | undefined, run: LocomoRun): number {
  if (text !== undefined) return parseCount("--questions", text, LOCOMO_USAGE);
  return run === "ingest" ? INGEST_QUESTIONS : Number.POSITIVE_INFINITY;
}
