import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ParseArgsOptionsConfig } from "node:util";
import { UsageError } from "../bench-error.ts";
import { readFlags } from "../read-flags.ts";

const BENCH = fileURLToPath(new URL("../../", import.meta.url));

/** The options that a bench of whole numbers has beside them. */
export interface CommonOptions {
  readonly uri: string | undefined;
  readonly json: string;
}

/**
 * Reads options that are whole numbers above 0, and where to keep the folder and the figures; `help`
 * when that is what was asked for.
 *
 * @throws {UsageError} for anything else.
 */
export function parseNumbers<NAME extends string>(
  args: readonly string[],
  { name, defaults, usage }: { name: string; defaults: Record<NAME, number>; usage: string },
): (CommonOptions & Record<NAME, number>) | "help" {
  const values = read(args, Object.keys(defaults), usage);
  if (values["help"]) return "help";
  const numbers = Object.entries<number>(defaults).map(([option, number]) => {
    const text = values[option];
    const value = text === undefined ? number : Number(text);
    if (Number.isInteger(value) && value > 0) return [option, value];
    throw new UsageError(`--${option} must be a whole number above 0, not "${text}".`, usage);
  });
  const { uri, json = `${BENCH}results/${name}.json` } = values;
  return {
    ...(Object.fromEntries(numbers) as Record<NAME, number>),
    uri: typeof uri === "string" ? resolve(uri) : undefined,
    json: resolve(String(json)),
  };
}

function read(args: readonly string[], names: readonly string[], usage: string) {
  const texts = [...names, "uri", "json"].map((name) => [name, { type: "string" }] as const);
  const options: ParseArgsOptionsConfig = Object.fromEntries(texts);
  return readFlags(args, { options, usage }) as Record<string, string | boolean | undefined>;
}
