import type { Engine } from "../engine.ts";
import { ModelCallError, ModelOutputError, type ModelStep } from "../errors.ts";
import type { LanguageModel, ModelRequest } from "../ports/language-model.ts";
import type { Usage } from "../record.ts";
import { isWithinReason } from "../trust/is-within-reason.ts";
import { callWithRetries } from "./call-with-retries.ts";

/** A question to a model, and how to read what it answers. */
export interface Question<RESULT> {
  step: ModelStep;
  request: ModelRequest;
  /** Reads the tool's arguments. Throws a `ModelOutputError` for what cannot be used at all. */
  read: (answer: unknown) => RESULT;
  /** Default: the memory's model. */
  model?: LanguageModel;
  meter: Usage;
  signal?: AbortSignal | undefined;
}

/**
 * What the model answers, read and counted; asked again when it fails or cannot be read.
 *
 * @throws {ModelCallError} when it cannot be reached. @throws {ModelOutputError} when it keeps answering rubbish.
 */
export async function askModel<RESULT>(
  engine: Engine,
  { step, request, read, model = engine.settings.model, meter, signal }: Question<RESULT>,
): Promise<RESULT> {
  return callWithRetries(
    engine,
    signal,
    async (attemptSignal) => {
      const startedAt = performance.now();
      meter.modelCalls++;
      const answer = await model.generate({ ...request, signal: attemptSignal });
      const { inputTokens = 0, outputTokens = 0 } = answer.usage ?? {};
      meter.inputTokens += inputTokens;
      meter.outputTokens += outputTokens;
      engine.emit({
        type: "model-called",
        step,
        model: model.id,
        inputTokens,
        outputTokens,
        durationMs: performance.now() - startedAt,
      });
      return read(bounded(parseJson(answer.arguments, request.tool.name)));
    },
    (error) =>
      new ModelCallError(`The model "${model.id}" failed to ${step}: ${describe(error)}`, {
        retryable: true,
        cause: error,
      }),
  );
}

/** Some models give the arguments as text: it must be JSON, and whole. */
function parseJson(answer: unknown, tool: string): unknown {
  if (typeof answer !== "string") return answer;
  try {
    return JSON.parse(answer);
  } catch (cause) {
    throw new ModelOutputError(`The arguments of ${tool} are not JSON: cut short, or prose.`, {
      text: answer,
      cause,
    });
  }
}

function bounded(answer: unknown): unknown {
  if (isWithinReason(answer)) return answer;
  throw new ModelOutputError("The model's answer is nested or filled beyond all reason.", {
    text: "",
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
