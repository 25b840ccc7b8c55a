import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCount } from "../parse-count.ts";
import { readFlags } from "../read-flags.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the bench's folder. */
const RESULTS = "results/chat.json";
const DEFAULTS = { memories: "100k", turns: "100" };

export const CHAT_USAGE = `Usage: pnpm bench chat [options]

Streams answers through the AI SDK, over HTTP, from a model that answers at once: without memory, with
ours, and with two published adapters, whose own services are replaced by ours. Shows what each adds
to the first token and to the end of the stream, and how many tokens it puts into the prompt.

Options:
  --memories N           memories in the store; default: ${DEFAULTS.memories}
  --turns N              answers by each; default: ${DEFAULTS.turns}
  --uri DIR              where the store is kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/${RESULTS}`;

const OPTIONS = {
  memories: { type: "string" },
  turns: { type: "string" },
  uri: { type: "string" },
  json: { type: "string" },
} as const;

export interface ChatOptions {
  memories: number;
  turns: number;
  uri?: string;
  json: string;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseChatOptions(args: readonly string[]): ChatOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: CHAT_USAGE });
  if (values.help) return "help";
  const count = (option: keyof typeof DEFAULTS) =>
    parseCount(`--${option}`, values[option] ?? DEFAULTS[option], CHAT_USAGE);
  return {
    memories: count("memories"),
    turns: count("turns"),
    ...(values.uri !== undefined && { uri: resolve(values.uri) }),
    json: resolve(values.json ?? join(BENCH, RESULTS)),
  };
}
