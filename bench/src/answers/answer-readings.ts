import { countTokens } from "../report/count-tokens.ts";
import type { Judged } from "./answer-file.ts";
import { askModel } from "./ask-model.ts";
import type { Reading } from "./make-contexts.ts";
import type { Models } from "./open-models.ts";
import { answerSchema, gradeSchema, toJudgeRequest, toReaderRequest } from "./requests.ts";

/** What readings come to, without what is the same for all of them. */
export type Verdict = Omit<Judged, "budget" | "reader" | "judge">;

const AT_ONCE = 4;

/**
 * Has each reading answered and judged, four at once, and tells of each when it is done.
 *
 * @throws {BenchError} when a model keeps failing; nothing more is asked then.
 */
export async function answerReadings(
  readings: readonly Reading[],
  {
    models,
    signal,
    onJudged,
  }: { models: Models; signal: AbortSignal; onJudged: (verdict: Verdict) => Promise<void> },
): Promise<void> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const queue = readings.values();
  const work = async () => {
    try {
      for (const reading of queue) {
        either.throwIfAborted();
        await onJudged(await answerReading(reading, models, either));
      }
    } catch (error) {
      failure.abort(error);
    }
  };
  // What is being kept is kept to the end, whatever failed beside it.
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  failure.signal.throwIfAborted();
}

async function answerReading(
  reading: Reading,
  { reader, judge }: Models,
  signal: AbortSignal,
): Promise<Verdict> {
  const { question, context, text } = reading;
  const read = await askModel(reader, { ...toReaderRequest(reading), signal }, answerSchema);
  const { answer } = read.answer;
  const asked = { ...toJudgeRequest(question, answer), signal };
  const judged = await askModel(judge, asked, gradeSchema);
  return {
    questionId: question.id,
    context,
    answer,
    correct: judged.answer.correct,
    contextTokens: countTokens(text),
    usage: {
      inputTokens: read.usage.inputTokens + judged.usage.inputTokens,
      outputTokens: read.usage.outputTokens + judged.usage.outputTokens,
    },
  };
}
