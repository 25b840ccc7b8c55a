import { BenchError } from "../bench-error.ts";
import { runAblation } from "./ablation/run-ablation.ts";
import { runLocomoAnswers } from "./answers/run-locomo-answers.ts";
import { type Conversation, readLocomo } from "./data/locomo-data.ts";
import { pickEvenly } from "./data/pick-evenly.ts";
import { runEndToEnd } from "./end-to-end/run-end-to-end.ts";
import { runFusion } from "./fusion/run-fusion.ts";
import { runIngest } from "./ingest/run-ingest.ts";
import { LOCOMO_USAGE, type LocomoOptions, parseLocomoOptions } from "./parse-locomo-options.ts";
import { runRecorded } from "./recorded/run-recorded.ts";

/** A run of the bench over the conversations that were chosen. */
type Run = (
  conversations: readonly Conversation[],
  options: LocomoOptions,
  signal: AbortSignal,
) => Promise<void>;

const RUNS: Record<LocomoOptions["run"], Run> = {
  recorded: runRecorded,
  ablation: runAblation,
  answers: runLocomoAnswers,
  fusion: runFusion,
  "end-to-end": runEndToEnd,
  ingest: runIngest,
};

/**
 * The bench `locomo`: prints the figures of one of its runs and writes them as JSON.
 *
 * @throws {BenchError} when the data is missing or a goal is missed; of `--answers` see `runAnswers`.
 */
export async function runLocomo(args: readonly string[], signal: AbortSignal): Promise<void> {
  const options = parseLocomoOptions(args);
  if (options === "help") {
    console.log(LOCOMO_USAGE);
    return;
  }
  const chosen = choose(await readLocomo(options.data), options);
  await RUNS[options.run](chosen, options, signal);
}

function choose(
  conversations: readonly Conversation[],
  { run, conversations: ids, questions }: LocomoOptions,
): Conversation[] {
  const known = conversations.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new BenchError(`There is no ${unknown.join(", ")} among ${known.join(", ")}.`);
  }
  return conversations
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map((conversation) => ({
      ...conversation,
      questions: pickEvenly(
        conversation.questions.filter(({ answer }) => run !== "answers" || answer !== undefined),
        questions,
      ),
    }));
}
