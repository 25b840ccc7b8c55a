import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import {
  AIMessage,
  type AIMessageChunk,
  HumanMessage,
  SystemMessage,
  type UsageMetadata,
} from "@langchain/core/messages";
import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";
import type { LanguageModel, ModelAnswer, ModelRequest } from "@palimpsest/core";
import {
  InvalidInputError,
  ModelCallError,
  type ModelReply,
  readToolCall,
  type StoppedBy,
} from "@palimpsest/core/adapter";
import { explainFailure } from "./explain-failure.ts";

/**
 * A chat model of LangChain as the model of a memory, to extract, judge and summarize: any that can call
 * tools. Give it `maxRetries: 0`: the memory tries again itself, and its signal is the timeout.
 *
 * Asked within a run, it is no part of that: no token of it gets into the run's streams, no callback of
 * the run is told of it.
 *
 * @throws {InvalidInputError} when it is the name of a model, or a model that cannot call tools.
 */
export function fromLangChain(chatModel: BaseChatModel): LanguageModel {
  assertModel(chatModel);
  const id = findId(chatModel);
  return {
    id,
    async generate(request): Promise<ModelAnswer> {
      const message = await ask(chatModel, request).catch((error: unknown) => {
        request.signal?.throwIfAborted();
        const failure = explainFailure(error, id);
        throw new ModelCallError(failure.message, failure);
      });
      return {
        arguments: readToolCall(toReply(message), request.tool.name),
        usage: toUsage(message),
      };
    },
  };
}

type ModelWithTools = BaseChatModel & Required<Pick<BaseChatModel, "bindTools">>;

function assertModel(model: unknown): asserts model is ModelWithTools {
  const { bindTools } = (model ?? {}) as Partial<ModelWithTools>;
  if (typeof bindTools === "function") return;
  const advice =
    typeof model === "string"
      ? `fromLangChain needs a model, and "${model}" is the name of one: pass await initChatModel("${model}").`
      : "fromLangChain needs a chat model that can call tools, such as new ChatOpenAI(…), without bindings of its own.";
  throw new InvalidInputError(advice, { parameter: "chatModel", value: model });
}

/** Such as `openai/gpt-4.1-nano`; a model that is chosen by each call has no name. */
function findId(model: BaseChatModel): string {
  const { ls_provider: provider = "langchain", ls_model_name: name } = model.getLsParams({});
  return name === undefined ? provider : `${provider}/${name}`;
}

async function ask(
  model: ModelWithTools,
  { system, messages, tool, signal }: ModelRequest,
): Promise<AIMessageChunk> {
  const { name, description, parameters } = tool;
  const bound = model.bindTools(
    [{ type: "function", function: { name, description, parameters } }],
    { tool_choice: name },
  );
  const prompt = [
    new SystemMessage(system),
    ...messages.map(({ role, content }) =>
      role === "user" ? new HumanMessage(content) : new AIMessage(content),
    ),
  ];
  // A model finds the run that it is called in by the async context, from a timer too, and would take its
  // signal and tell its streams (@langchain/core 1.4.0); the tag `nostream` does not stop `streamEvents`.
  // Outside of the context there is no run.
  return AsyncLocalStorageProviderSingleton.runWithConfig(
    {},
    () => bound.invoke(prompt, signal && { signal }),
    true,
  );
}

function toReply(message: AIMessageChunk): ModelReply {
  const { tool_calls: calls = [], invalid_tool_calls: broken = [], additional_kwargs } = message;
  const { refusal } = additional_kwargs;
  return {
    calls: [
      ...calls.map(({ name, args }) => ({ name, arguments: JSON.stringify(args) })),
      ...broken.map(({ name = "", args = "" }) => ({ name, arguments: args })),
    ],
    text: typeof refusal === "string" ? refusal : message.text,
    stoppedBy: typeof refusal === "string" ? "refusal" : findStop(message.response_metadata),
  };
}

// As OpenAI, Anthropic, Bedrock and Google call it.
const STOPS: ReadonlyMap<unknown, StoppedBy> = new Map<unknown, StoppedBy>([
  ["length", "token-limit"],
  ["max_tokens", "token-limit"],
  ["MAX_TOKENS", "token-limit"],
  ["max_output_tokens", "token-limit"],
  ["content_filter", "content-filter"],
  ["content_filtered", "content-filter"],
  ["SAFETY", "content-filter"],
  ["refusal", "refusal"],
]);

function findStop(metadata: Readonly<Record<string, unknown>>): StoppedBy | undefined {
  const { reason } = (metadata["incomplete_details"] ?? {}) as { reason?: unknown };
  const reasons = [
    metadata["finish_reason"],
    metadata["stop_reason"],
    metadata["stopReason"],
    metadata["finishReason"],
    reason,
  ];
  return reasons.map((given) => STOPS.get(given)).find((stop) => stop !== undefined);
}

function toUsage(message: { usage_metadata?: UsageMetadata | undefined }) {
  const { usage_metadata: usage } = message;
  return { inputTokens: usage?.input_tokens ?? 0, outputTokens: usage?.output_tokens ?? 0 };
}
