import type { ChatCompletion } from "openai/resources/chat/completions";
import { ModelCallError } from "../errors.ts";
import type { LanguageModel, ModelRequest } from "../ports/language-model.ts";
import { type OpenAIConnectionOptions, connectOpenAI, isOpenAI } from "./openai-client.ts";
import { explainOpenAIFailure } from "./openai-errors.ts";
import { readToolAnswer } from "./read-tool-answer.ts";
import { toStrictSchema } from "./to-strict-schema.ts";

/** Which model, where, and how it is asked; nothing is required. */
export interface OpenAIOptions extends OpenAIConnectionOptions {
  /** Default: `gpt-4.1-nano`. */
  model?: string | undefined;
  /** Default: the model's own, because reasoning models take no other. */
  temperature?: number | undefined;
  /**
   * Whether the server is to hold the model to the tool's schema. Default: for OpenAI itself. A
   * server or model that cannot do it is found out at the first call, and then not asked again.
   */
  strict?: boolean | undefined;
}

/**
 * A model of OpenAI, or of any server that speaks its Chat Completions: Ollama, vLLM, LM Studio.
 *
 * @throws {InvalidInputError} when there is no key for OpenAI.
 */
export function openai(options: OpenAIOptions = {}): LanguageModel {
  const { model = "gpt-4.1-nano", temperature } = options;
  const id = `openai/${model}`;
  const connection = connectOpenAI(options);
  let strict = options.strict ?? isOpenAI(connection.baseURL);

  const complete = async (request: ModelRequest, strictly: boolean): Promise<ChatCompletion> => {
    const { name, description, parameters } = request.tool;
    const client = await connection.client();
    return client.chat.completions.create(
      {
        model,
        messages: [{ role: "system", content: request.system }, ...request.messages],
        tools: [
          {
            type: "function",
            function: strictly
              ? { name, description, parameters: toStrictSchema(parameters), strict: true }
              : { name, description, parameters },
          },
        ],
        tool_choice: { type: "function", function: { name } },
        // OpenAI advises it beside strict schemas, and for gpt-4.1-nano, which repeats calls.
        ...(strictly && { parallel_tool_calls: false }),
        ...(temperature !== undefined && { temperature }),
      },
      // The pipeline retries, and its signal is the timeout.
      { maxRetries: 0, signal: request.signal ?? null },
    );
  };

  const completeAsAble = async (request: ModelRequest): Promise<ChatCompletion> => {
    if (!strict) return complete(request, false);
    try {
      return await complete(request, true);
    } catch (error) {
      if (!isAboutStrictness(error)) throw error;
      const completion = await complete(request, false);
      strict = false;
      return completion;
    }
  };

  return {
    id,
    async generate(request) {
      const completion = await completeAsAble(request).catch((error: unknown) => {
        request.signal?.throwIfAborted();
        const failure = explainOpenAIFailure(error, { model: id, baseURL: connection.baseURL });
        throw new ModelCallError(failure.message, failure);
      });
      return readToolAnswer(completion, request.tool.name);
    },
  };
}

/** Whether a server refuses a request for what only strict requests have. */
function isAboutStrictness(error: unknown): boolean {
  if (!(error instanceof Error && "status" in error)) return false;
  const refused = error.status === 400 || error.status === 422;
  return refused && /strict|schema|parallel_tool_calls/i.test(error.message);
}
