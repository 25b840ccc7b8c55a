import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { UsageError } from "./bench-error.ts";

const HELP = { help: { type: "boolean", short: "h" } } as const;

/**
 * What was given on the command line, by option; `--help` and `-h` are of every bench.
 *
 * @throws {UsageError} for anything that `options` does not name.
 */
export function readFlags<OPTIONS extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { options, usage }: { options: OPTIONS; usage: string },
) {
  try {
    return parseArgs({ args: [...args], options: { ...options, ...HELP } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(error.message, usage);
  }
}
