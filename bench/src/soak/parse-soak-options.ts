import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../bench-error.ts";
import { readFlags } from "../read-flags.ts";
import { parseCount } from "../parse-count.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));
/** From the bench's folder. */
const RESULTS = "results/soak.json";
const COMMITS = "10k";

export const SOAK_USAGE = `Usage: pnpm bench soak [options]

Writes memories one by one, with look-ups and searches between, and compares the last tenth of the
run with a new store whose calls are made in turns with it: a store that is not looked after gets
slower and larger with every commit. Draws the curve as SVG, beside the figures. The exit code is 1
when a bound does not hold.

Options:
  --commits N            memories that are written or changed, at least 10; default: ${COMMITS}
  --uri DIR              where the store is kept afterwards: a folder that is empty or does not
                         exist; default: a temporary one, removed at the end
  --json FILE            where the figures go; default: bench/${RESULTS}`;

const OPTIONS = {
  commits: { type: "string" },
  uri: { type: "string" },
  json: { type: "string" },
} as const;

export interface SoakOptions {
  commits: number;
  uri?: string;
  json: string;
}

/** The first tenth and the last have to be something. */
const LEAST_COMMITS = 10;

/**
 * The options of the bench; `help` when that is what was asked for.
 *
 * @throws {UsageError} for anything that the usage does not name.
 */
export function parseSoakOptions(args: readonly string[]): SoakOptions | "help" {
  const values = readFlags(args, { options: OPTIONS, usage: SOAK_USAGE });
  if (values.help) return "help";
  const commits = parseCount("--commits", values.commits ?? COMMITS, SOAK_USAGE);
  if (commits < LEAST_COMMITS) {
    throw new UsageError(`--commits must be at least ${LEAST_COMMITS}.`, SOAK_USAGE);
  }
  return {
    commits,
    ...(values.uri !== undefined && { uri: resolve(values.uri) }),
    json: resolve(values.json ?? join(BENCH, RESULTS)),
  };
}
