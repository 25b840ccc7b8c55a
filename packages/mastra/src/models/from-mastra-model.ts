import {
  type MastraModelConfig,
  type ModelRouterModelId,
  type OpenAICompatibleConfig,
  resolveModelConfig,
} from "@mastra/core/llm";
import type { LanguageModel, ModelAnswer } from "@palimpsest/core";
import {
  InvalidInputError,
  ModelCallError,
  ModelOutputError,
  readToolCall,
} from "@palimpsest/core/adapter";
import { askModel } from "./ask-model.ts";
import {
  type CallFailure,
  explainFailure,
  explainMiss,
  findUnreadable,
} from "./explain-failure.ts";
import { readModelId } from "./read-model-id.ts";

/** A model of an AI SDK provider, such as `openai("gpt-4.1-nano")`: what all generations have in common. */
export interface AiSdkModel {
  readonly specificationVersion: string;
  readonly provider: string;
  readonly modelId: string;
  /** Called by Mastra, as the version of the specification wants it. */
  doGenerate(options: never): PromiseLike<unknown>;
}

/**
 * What Mastra takes for a model: a string for its router such as `"openai/gpt-4.1-nano"`,
 * `{ id, url?, apiKey?, headers? }`, or a model of an AI SDK provider.
 */
export type MastraModel = ModelRouterModelId | OpenAICompatibleConfig | AiSdkModel;

/**
 * A model as Mastra takes it, as the model of a memory: to extract, judge and summarize.
 *
 * Takes models of the AI SDK's specifications 1 to 4, of any provider that can make them call a tool.
 * Mastra's router is asked for a string at the first call, so a key may be missing until then; it reads
 * `OPENAI_API_KEY` and the like.
 *
 * @throws {InvalidInputError} for anything that cannot be a model, such as a string without a provider.
 */
export function fromMastraModel(model: MastraModel): LanguageModel {
  const id = readModelId(model, "doGenerate");
  if (id === undefined) {
    throw new InvalidInputError(
      'fromMastraModel needs a model as Mastra takes it: "openai/gpt-4.1-nano", a provider and its model, or a model of the AI SDK, such as openai("gpt-4.1-nano").',
      { parameter: "model", value: model },
    );
  }
  let resolved: ReturnType<typeof resolveModelConfig> | undefined;

  return {
    id,
    async generate(request): Promise<ModelAnswer> {
      // Mastra resolves every generation. By its types it takes only those of the providers that it was
      // built with: @mastra/core 1.71 refuses @ai-sdk/openai 4.0.118, for one more word in an option.
      resolved ??= resolveModelConfig(model as MastraModelConfig);
      const found = await resolved.catch((error: unknown) => {
        resolved = undefined;
        throw toCallError(explainMiss(error, id));
      });
      const reply = await askModel(found, request).catch((error: unknown) => {
        request.signal?.throwIfAborted();
        throw toModelError(error, id);
      });
      if ("missing" in reply) throw toCallError(explainMiss(reply.missing, id));
      return { arguments: readToolCall(reply, request.tool.name), usage: reply.usage };
    },
  };
}

function toModelError(error: unknown, id: string): ModelCallError | ModelOutputError {
  const text = findUnreadable(error);
  const failure = explainFailure(error, id);
  return text === undefined
    ? toCallError(failure)
    : new ModelOutputError(failure.message, { text, cause: error });
}

function toCallError(failure: CallFailure): ModelCallError {
  return new ModelCallError(failure.message, failure);
}
