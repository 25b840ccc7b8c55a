import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCount } from "../parse-count.ts";
import { readFlags } from "../read-flags.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the repository's root. */
const DATA = "../shared/data/locomo-dev.json";
/** From the bench's folder. */
const RESULTS = "results/read-policy.json";
const QUESTIONS = "200";

export const READ_POLICY_USAGE = `Usage: pnpm bench read-policy [options]

Stores the recorded facts of the LoCoMo conversations, each under a user of its own, and asks each
user what is asked about the people of other conversations: a memory that knows nothing of them
should put nothing into the prompt. Asks the own questions, too: keeping quiet should cost little.
The exit code is 1 when a goal is missed.

Options:
  --data FILE            the conversations; default: ${DATA}, beside the repository
  --questions N          questions about other people that are asked in all; default: ${QUESTIONS}
  --uri DIR              where the memory is kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/${RESULTS}`;

const OPTIONS = {
  data: { type: "string" },
  questions: { type: "string" },
  uri: { type: "string" },
  json: { type: "string" },
} as const;

export interface ReadPolicyOptions {
  data: string;
  questions: number;
  uri?: string;
  json: string;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseReadPolicyOptions(args: readonly string[]): ReadPolicyOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: READ_POLICY_USAGE });
  if (values.help) return "help";
  return {
    data: resolve(values.data ?? join(BENCH, "..", DATA)),
    questions: parseCount("--questions", values.questions ?? QUESTIONS, READ_POLICY_USAGE),
    ...(values.uri !== undefined && { uri: resolve(values.uri) }),
    json: resolve(values.json ?? join(BENCH, RESULTS)),
  };
}
