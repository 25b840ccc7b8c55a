import { BenchError } from "../bench-error.ts";
import { type Conversation, readLocomo } from "./data/locomo-data.ts";
import { pickEvenly } from "./data/pick-evenly.ts";
import { LOCOMO_USAGE, type LocomoOptions, parseLocomoOptions } from "./parse-locomo-options.ts";

/** A run of the bench over the conversations that were chosen. */
type Run = (
  conversations: readonly Conversation[],
  options: LocomoOptions,
  signal: AbortSignal,
) => Promise<void>;

/** Each is loaded when it is asked for: the memories that one of them compares come with their frameworks. */
const RUNS: Record<LocomoOptions["run"], () => Promise<Run>> = {
  recorded: async () => (await import("./recorded/run-recorded.ts")).runRecorded,
  ablation: async () => (await import("./ablation/run-ablation.ts")).runAblation,
  answers: async () => (await import("./answers/run-locomo-answers.ts")).runLocomoAnswers,
  fusion: async () => (await import("./fusion/run-fusion.ts")).runFusion,
  "end-to-end": async () => (await import("./end-to-end/run-end-to-end.ts")).runEndToEnd,
  ingest: async () => (await import("./ingest/run-ingest.ts")).runIngest,
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
  const run = await RUNS[options.run]();
  await run(chosen, options, signal);
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
