import type { Engine } from "../engine.ts";
import { ModelCallError, ModelOutputError, type ModelStep, messageOf } from "../errors.ts";
import { parseArguments } from "../input/parse-arguments.ts";
import type { LanguageModel, ModelRequest } from "../ports/language-model.ts";
import type { Usage } from "../record.ts";
import { redactAnswer } from "../redact/redact-answer.ts";
import { estimateTokens } from "../render/estimate-tokens.ts";
import type { Scope } from "../scope.ts";
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
  /** For whom it is asked, and who has spent what it costs. */
  scope: Scope;
  meter: Usage;
  signal?: AbortSignal | undefined;
}

/**
 * What the model answers, read and counted; asked again when it fails or cannot be read.
 *
 * @throws {BudgetError} before anything is asked that the budgets do not have left.
 * @throws {ModelCallError} when it cannot be reached. @throws {ModelOutputError} when it keeps answering rubbish.
 */
export async function askModel<RESULT>(
  engine: Engine,
  { step, request, read, model = engine.settings.model, scope, meter, signal }: Question<RESULT>,
): Promise<RESULT> {
  const { ledger } = engine;
  const wanted = { modelCalls: 1, tokens: estimateTokens(textOf(request)) };
  return callWithRetries(engine, {
    service: { service: "model", id: model.id },
    signal,
    permitCall: async () => {
      ledger.admitWithin(meter, wanted);
      const store = await engine.store();
      await ledger.admit(store, scope, { tokens: wanted.tokens });
      await ledger.take(store, scope, { modelCalls: wanted.modelCalls });
    },
    attemptCall: async (attemptSignal) => {
      const startedAt = performance.now();
      meter.modelCalls++;
      const answer = await model.generate({ ...request, signal: attemptSignal });
      const { inputTokens = 0, outputTokens = 0 } = answer.usage ?? {};
      meter.inputTokens += inputTokens;
      meter.outputTokens += outputTokens;
      ledger.spend(scope, { tokens: inputTokens + outputTokens });
      engine.emit({
        type: "model-called",
        step,
        model: model.id,
        inputTokens,
        outputTokens,
        durationMs: performance.now() - startedAt,
      });
      const given = bounded(readArguments(answer.arguments, request.tool.name));
      return read(redactAnswer(engine.settings, given));
    },
    toError: (error, wait) =>
      new ModelCallError(`The model "${model.id}" failed to ${step}: ${messageOf(error)}`, {
        retryable: true,
        ...wait,
        cause: error,
      }),
  });
}

/** Some models give the arguments as text: it must hold one object, and all of it. */
function readArguments(answer: unknown, tool: string): unknown {
  if (typeof answer !== "string") return answer;
  const parsed = parseArguments(answer, tool);
  if (parsed !== undefined) return parsed;
  throw new ModelOutputError(`The arguments of ${tool} are not JSON: cut short, or prose.`, {
    text: answer,
  });
}

function textOf({ system, messages, tool }: ModelRequest): string {
  return [system, ...messages.map(({ content }) => content), JSON.stringify(tool)].join(" ");
}

function bounded(answer: unknown): unknown {
  if (isWithinReason(answer)) return answer;
  throw new ModelOutputError("The model's answer is nested or filled beyond all reason.", {
    text: "",
  });
}
