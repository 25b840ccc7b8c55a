import { runAnswers } from "../answers/run-answers.ts";
import { pickEvenly } from "../locomo/data/pick-evenly.ts";
import { LONGMEMEVAL_USAGE, parseLongmemevalOptions } from "./parse-longmemeval-options.ts";
import { readLongmemeval } from "./read-longmemeval.ts";

/**
 * The bench `longmemeval`: how many questions a reader answers correctly from each context.
 *
 * @throws {BenchError} when the data is missing, without a key, without `--yes`, and when a model
 * keeps failing.
 */
export async function runLongmemeval(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseLongmemevalOptions(args);
  if (options === "help") {
    console.log(LONGMEMEVAL_USAGE);
    return;
  }
  const histories = pickEvenly(await readLongmemeval(options.data), options.questions);
  await runAnswers("longmemeval", histories, options, signal);
}
