import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readFlags } from "../read-flags.ts";
import { parseCount } from "../parse-count.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the bench's folder. */
const RESULTS = "results/scale.json";
const DEFAULTS = { sizes: "1k,10k,100k,1M", users: "10k", searches: "500", adds: "300" };

export const SCALE_USAGE = `Usage: pnpm bench scale [options]

Fills stores of several sizes and measures search, add and look-ups in each, through core, in a new
process, without the time of models and embedders: vectors of 384 dimensions are looked up. Every
user has 100 memories, as long as there are enough of them, so that what grows is what others have;
from 100k on one more user has 20,000. The exit code is 1 when a goal is missed.

Options:
  --sizes LIST           memories of each store; default: ${DEFAULTS.sizes}
  --users N              most users of a store; default: ${DEFAULTS.users}
  --searches N           searches that are timed; default: ${DEFAULTS.searches}
  --adds N               calls of add that are timed; default: ${DEFAULTS.adds}
  --uri DIR              where the stores are kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/${RESULTS}`;

const OPTIONS = {
  sizes: { type: "string" },
  users: { type: "string" },
  searches: { type: "string" },
  adds: { type: "string" },
  uri: { type: "string" },
  json: { type: "string" },
} as const;

export interface ScaleOptions {
  /** Ascending. */
  sizes: readonly number[];
  users: number;
  searches: number;
  adds: number;
  uri?: string;
  json: string;
}

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseScaleOptions(args: readonly string[]): ScaleOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: SCALE_USAGE });
  if (values.help) return "help";
  const count = (option: "users" | "searches" | "adds") =>
    parseCount(`--${option}`, values[option] ?? DEFAULTS[option], SCALE_USAGE);
  const sizes = (values.sizes ?? DEFAULTS.sizes).split(",");
  return {
    sizes: sizes.map((size) => parseCount("--sizes", size, SCALE_USAGE)).toSorted((a, b) => a - b),
    users: count("users"),
    searches: count("searches"),
    adds: count("adds"),
    ...(values.uri !== undefined && { uri: resolve(values.uri) }),
    json: resolve(values.json ?? join(BENCH, RESULTS)),
  };
}
