import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../bench-error.ts";
import { readFlags } from "../read-flags.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the repository's root. */
const DATA = "../shared/data/locomo-dev.json";
/** From the bench's folder. */
const RESULTS = "results/locomo-ingest.json";
const QUESTIONS = 20;

export const LOCOMO_USAGE = `Usage: pnpm bench locomo --ingest [options]

Feeds the LoCoMo conversations through memory.add, with the local models and no key, and measures
what the memory holds then and what a question costs. Only --ingest exists so far.

Options:
  --data FILE            the conversations; default: ${DATA}, beside the repository
  --conversation ID      only this one, like conv-26; may be given several times; default: all
  --questions N          questions per conversation that are asked; default: ${QUESTIONS}
  --uri DIR              where the memory is kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/${RESULTS}`;

const OPTIONS = {
  ingest: { type: "boolean" },
  data: { type: "string" },
  conversation: { type: "string", multiple: true },
  questions: { type: "string" },
  uri: { type: "string" },
  json: { type: "string" },
} as const;

export interface LocomoOptions {
  data: string;
  /** Empty for all. */
  conversations: readonly string[];
  questions: number;
  uri?: string;
  json: string;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseLocomoOptions(args: readonly string[]): LocomoOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: LOCOMO_USAGE });
  if (values.help) return "help";
  if (!values.ingest) {
    throw new UsageError("Only --ingest exists so far: pnpm bench locomo --ingest", LOCOMO_USAGE);
  }
  return {
    data: resolve(values.data ?? join(BENCH, "..", DATA)),
    conversations: values.conversation ?? [],
    questions: parseCount(values.questions),
    ...(values.uri !== undefined && { uri: resolve(values.uri) }),
    json: resolve(values.json ?? join(BENCH, RESULTS)),
  };
}

function parseCount(text: string | undefined): number {
  if (text === undefined) return QUESTIONS;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new UsageError(
      `--questions must be a whole number above 0, not "${text}".`,
      LOCOMO_USAGE,
    );
  }
  return count;
}
