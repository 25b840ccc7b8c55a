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

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the bench's folder. */
const RESULTS = "results/longmemeval.json";

export const LONGMEMEVAL_USAGE = `Usage: pnpm bench longmemeval --data FILE [options]

How many of LongMemEval's questions a model answers correctly from our memory, from the best raw turns
for as many tokens, and from the whole history, as another model judges. Both are OpenAI's, or of the
server that OPENAI_BASE_URL names; OPENAI_API_KEY is their key.

Options:
  --data FILE            the questions with their histories, like longmemeval_s.json
  --questions N          most questions that are asked, at even distances; default: all
${ANSWERING_USAGE}
  --uri DIR              where the memory is kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/${RESULTS}`;

const OPTIONS = {
  data: { type: "string" },
  questions: { type: "string" },
  ...ANSWERING_OPTIONS,
  uri: { type: "string" },
  json: { type: "string" },
} as const;

export interface LongmemevalOptions extends AnsweringOptions {
  data: string;
  questions: number;
  uri?: string;
  json: string;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name, and without data.
 */
export function parseLongmemevalOptions(args: readonly string[]): LongmemevalOptions | "help" {
  const usage = LONGMEMEVAL_USAGE;
  const values = readFlags(args, { options: OPTIONS, usage });
  if (values.help) return "help";
  const { data, questions, uri, json } = values;
  if (data === undefined) throw new UsageError("--data is missing.", usage);
  return {
    ...parseAnsweringOptions(values, { bench: "longmemeval", usage }),
    data: resolve(data),
    questions:
      questions === undefined
        ? Number.POSITIVE_INFINITY
        : parseCount("--questions", questions, usage),
    ...(uri !== undefined && { uri: resolve(uri) }),
    json: resolve(json ?? join(BENCH, RESULTS)),
  };
}
