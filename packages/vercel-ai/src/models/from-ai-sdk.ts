import type { LanguageModel, ModelAnswer, ModelRequest } from "@palimpsest/core";
import {
  InvalidInputError,
  ModelCallError,
  ModelOutputError,
  readToolCall,
  type StoppedBy,
} from "@palimpsest/core/adapter";
import type { LanguageModel as AiSdkLanguageModel } from "ai";
import { noteOuterCall } from "../middleware/outer-call.ts";
import { explainFailure, findUnreadable } from "./explain-failure.ts";

/** A model of an AI SDK provider, such as `openai("gpt-4.1-nano")`; not its id. */
export type AiSdkModel = Exclude<AiSdkLanguageModel, string>;

// A memory that asks a model with that very memory would never come to an end.
const WITHOUT_MEMORY = { memories: [], call: { recall: false, remember: false } };

type Result = Awaited<ReturnType<AiSdkModel["doGenerate"]>>;

/**
 * A model of the AI SDK as the model of a memory, to extract, judge and summarize.
 *
 * Takes models of the specifications 2 to 4, of any provider that can make them call a tool. One
 * that `withMemory` wrapped is asked without its memory.
 *
 * @throws {InvalidInputError} when it is the id of a model.
 */
export function fromAiSdk(model: AiSdkModel): LanguageModel {
  assertModel(model);
  const id = `${model.provider}/${model.modelId}`;
  return {
    id,
    async generate(request): Promise<ModelAnswer> {
      const result = await generate(model, request).catch((error: unknown) => {
        request.signal?.throwIfAborted();
        throw toModelError(error, id);
      });
      return {
        arguments: readToolCall(toReply(result), request.tool.name),
        usage: toUsage(result),
      };
    },
  };
}

function assertModel(model: unknown): void {
  if (typeof model === "object" && model !== null && "doGenerate" in model) return;
  const advice =
    typeof model === "string"
      ? `fromAiSdk needs a model, and "${model}" is the id of one: pass what a provider gives for it, such as openai("gpt-4.1-nano") or gateway("${model}").`
      : 'fromAiSdk needs a model of the AI SDK, such as openai("gpt-4.1-nano").';
  throw new InvalidInputError(advice, { parameter: "model", value: model });
}

async function generate(
  model: AiSdkModel,
  { system, messages, tool, signal }: ModelRequest,
): Promise<Result> {
  const { name, description, parameters } = tool;
  const call = {
    prompt: [
      { role: "system" as const, content: system },
      ...messages.map(({ role, content }) => ({
        role,
        content: [{ type: "text" as const, text: content }],
      })),
    ],
    tools: [{ type: "function" as const, name, description, inputSchema: parameters }],
    toolChoice: { type: "tool" as const, toolName: name },
    ...(signal && { abortSignal: signal }),
  };
  return model.doGenerate(noteOuterCall(call, WITHOUT_MEMORY));
}

function toModelError(error: unknown, id: string): ModelCallError | ModelOutputError {
  const text = findUnreadable(error);
  const failure = explainFailure(error, id);
  return text === undefined
    ? new ModelCallError(failure.message, failure)
    : new ModelOutputError(failure.message, { text, cause: error });
}

function toReply({ content, finishReason }: Result) {
  return {
    calls: content
      .filter((part) => part.type === "tool-call")
      .map(({ toolName, input }) => ({ name: toolName, arguments: input })),
    text: content.map((part) => (part.type === "text" ? part.text : "")).join(""),
    stoppedBy: findStop(typeof finishReason === "string" ? finishReason : finishReason.unified),
  };
}

function findStop(reason: string): StoppedBy | undefined {
  if (reason === "length") return "token-limit";
  return reason === "content-filter" ? "content-filter" : undefined;
}

function toUsage({ usage }: Result): { inputTokens: number; outputTokens: number } {
  return {
    inputTokens: countTokens(usage.inputTokens),
    outputTokens: countTokens(usage.outputTokens),
  };
}

/** Version 2 counts them in a number; versions 3 and 4 also by kind. */
function countTokens(tokens: number | { total: number | undefined } | undefined): number {
  return (typeof tokens === "object" ? tokens.total : tokens) ?? 0;
}
