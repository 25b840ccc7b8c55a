import type { ChatCompletion } from "openai/resources/chat/completions";
import { ModelOutputError } from "../errors.ts";
import type { ModelAnswer } from "../ports/language-model.ts";
import { readToolCall, type StoppedBy } from "./read-tool-call.ts";

/**
 * The arguments with which a chat completion calls the tool, and the tokens that it took.
 *
 * @throws {ModelOutputError} for any other answer.
 */
export function readToolAnswer(completion: ChatCompletion, tool: string): ModelAnswer {
  // Not every server that speaks this API keeps to its types.
  const { choices, usage } = (completion ?? {}) as Partial<ChatCompletion>;
  const choice = choices?.[0];
  if (!choice?.message) {
    throw new ModelOutputError("The server's answer is not a chat completion.", {
      text: typeof completion === "string" ? completion : JSON.stringify(completion ?? null),
    });
  }
  const { tool_calls, content, refusal } = choice.message;
  const calls = (tool_calls ?? [])
    .filter((call) => call.type === "function")
    .map((call) => call.function);
  const reply = { calls, text: content || refusal || "", stoppedBy: findStop(choice) };
  return {
    arguments: readToolCall(reply, tool),
    usage: usage && { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens },
  };
}

function findStop({ finish_reason, message }: ChatCompletion.Choice): StoppedBy | undefined {
  if (finish_reason === "length") return "token-limit";
  if (finish_reason === "content_filter") return "content-filter";
  return message.refusal ? "refusal" : undefined;
}
