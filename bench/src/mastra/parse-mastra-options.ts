import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCount } from "../parse-count.ts";
import { readFlags } from "../read-flags.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the bench's folder. */
const RESULTS = "results/mastra.json";
const DEFAULTS = { memories: "100k", messages: "10k", turns: "100" };

export const MASTRA_USAGE = `Usage: pnpm bench mastra [options]

Streams answers of a Mastra agent from a model that answers at once, in a process of its own: without
memory, with Mastra's Memory alone, with its semantic recall on LibSQL, and with LongTermMemory on as
many memories as semantic recall has messages, and on a store of another size. Every answer is the first
of a new thread. Shows what each adds to the first token and to the end of the stream, and how many
tokens it puts into the prompt.

Options:
  --memories N           memories in that other store; default: ${DEFAULTS.memories}
  --messages N           messages of semantic recall; default: ${DEFAULTS.messages}. Each takes LibSQL's index tens
                         of milliseconds, more and more, and 80 kB
  --turns N              answers by each; default: ${DEFAULTS.turns}
  --uri DIR              where the stores are kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/${RESULTS}`;

const OPTIONS = {
  memories: { type: "string" },
  messages: { type: "string" },
  turns: { type: "string" },
  uri: { type: "string" },
  json: { type: "string" },
} as const;

export interface MastraOptions {
  memories: number;
  messages: number;
  turns: number;
  uri?: string;
  json: string;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseMastraOptions(args: readonly string[]): MastraOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: MASTRA_USAGE });
  if (values.help) return "help";
  const count = (option: keyof typeof DEFAULTS) =>
    parseCount(`--${option}`, values[option] ?? DEFAULTS[option], MASTRA_USAGE);
  return {
    memories: count("memories"),
    messages: count("messages"),
    turns: count("turns"),
    ...(values.uri !== undefined && { uri: resolve(values.uri) }),
    json: resolve(values.json ?? join(BENCH, RESULTS)),
  };
}
