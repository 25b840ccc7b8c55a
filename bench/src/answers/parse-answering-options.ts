import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../bench-error.ts";
import { parseCount } from "../parse-count.ts";

const RESULTS = fileURLToPath(new URL("../../results/", import.meta.url));
const MODEL = "gpt-4.1-mini";
/** Of `MODEL`, per million tokens, by OpenAI's price list of 2025. */
const PRICES = { input: 0.4, output: 1.6 };
/** Twice what `context()` takes by default: both users of a LoCoMo conversation are asked. */
const BUDGET = 1_400;
const NUMBER = /^\d+(\.\d+)?$/;

/** The options of every bench that has questions answered and judged, as they stand in its usage. */
export const ANSWERING_USAGE = `  --reader MODEL         who answers; default: ${MODEL}
  --judge MODEL          who compares answers with the expected ones; default: ${MODEL}
  --price-input N        US dollars per million tokens that are sent, and
  --price-output N       that are answered; default: ${PRICES.input} and ${PRICES.output}, the list prices of ${MODEL}
  --budget TOKENS        most tokens of a context, the full one excepted; default: ${BUDGET}
  --answers-file FILE    where each judged answer is kept at once, a line of JSON each, and what
                         need not be asked again; default: in bench/results
  --yes                  goes on after the cost was printed`;

export const ANSWERING_OPTIONS = {
  reader: { type: "string" },
  judge: { type: "string" },
  "price-input": { type: "string" },
  "price-output": { type: "string" },
  budget: { type: "string" },
  "answers-file": { type: "string" },
  yes: { type: "boolean" },
} as const;

type Flag = keyof typeof ANSWERING_OPTIONS;

/** US dollars per million tokens. */
export interface Prices {
  input: number;
  output: number;
}

export interface AnsweringOptions {
  reader: string;
  judge: string;
  prices: Prices;
  /** Most tokens of a context, the full one excepted. */
  budget: number;
  /** JSON lines. */
  answersFile: string;
  /** Whether to go on after the cost was printed. */
  yes: boolean;
}

/**
 * What was given of `ANSWERING_OPTIONS`, with defaults.
 *
 * @throws {UsageError} for a budget or a price that is none, and for models whose prices are not given.
 */
export function parseAnsweringOptions(
  values: { [FLAG in Flag]?: string | boolean | undefined },
  { bench, usage }: { bench: string; usage: string },
): AnsweringOptions {
  const text = (flag: Flag) => values[flag]?.toString();
  const price = (flag: "price-input" | "price-output", listed: number) => {
    const given = text(flag) ?? String(listed);
    if (NUMBER.test(given)) return Number(given);
    throw new UsageError(`--${flag} must be a number, not "${given}".`, usage);
  };
  const [reader = MODEL, judge = MODEL] = [text("reader"), text("judge")];
  const others = [reader, judge].filter((model) => model !== MODEL);
  const priced = text("price-input") !== undefined && text("price-output") !== undefined;
  if (others.length > 0 && !priced) {
    throw new UsageError(`${others[0]} needs --price-input and --price-output.`, usage);
  }
  return {
    reader,
    judge,
    prices: {
      input: price("price-input", PRICES.input),
      output: price("price-output", PRICES.output),
    },
    budget: parseCount("--budget", text("budget") ?? String(BUDGET), usage),
    answersFile: resolve(text("answers-file") ?? join(RESULTS, `${bench}-answers.jsonl`)),
    yes: values.yes === true,
  };
}
