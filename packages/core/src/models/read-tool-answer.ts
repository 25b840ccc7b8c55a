import type { ChatCompletion, ChatCompletionMessage } from "openai/resources/chat/completions";
import { ModelOutputError } from "../errors.ts";
import type { ModelAnswer } from "../ports/language-model.ts";
import { parseArguments } from "./parse-arguments.ts";
import { withoutNulls } from "./without-nulls.ts";

/**
 * The arguments with which a chat completion calls the tool, parsed; what is `null` is left out.
 *
 * Also takes them from the message's text, because some servers do not know how to force a tool.
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
  const said = readWords(choice.message, tool);
  const refuse = (problem: string): never => {
    throw new ModelOutputError(`The model was to call ${tool}, ${problem}.`, {
      text: said.join("\n") || choice.message.refusal || choice.message.content || "",
    });
  };
  const problem = findProblem(choice, said);
  if (problem !== undefined) refuse(problem);
  const calls = said.map(
    (text) => parseArguments(text, tool) ?? refuse("and wrote no JSON for it"),
  );
  return {
    arguments: withoutNulls(joinCalls(calls)),
    usage: usage && { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens },
  };
}

/** The arguments of the tool's calls, each once; without any call the message itself. */
function readWords({ tool_calls, content }: ChatCompletionMessage, tool: string): string[] {
  const calls = (tool_calls ?? []).filter((call) => call.type === "function");
  if (calls.length === 0) return content ? [content] : [];
  const own = calls.filter((call) => call.function.name === tool);
  // LM Studio repeats a call up to nine times: https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/1756
  return [...new Set(own.map((call) => call.function.arguments))];
}

function findProblem(
  { finish_reason, message }: ChatCompletion.Choice,
  said: readonly string[],
): string | undefined {
  if (finish_reason === "length") return "and ran out of tokens on the way";
  if (finish_reason === "content_filter") return "and was cut off by a content filter";
  if (message.refusal) return "and refused";
  if (said.join("").trim() !== "") return undefined;
  return said.length === 0 && message.tool_calls?.length
    ? "and called another one"
    : "and said nothing";
}

/** Some models spread one call over several: their lists become one. */
function joinCalls(calls: readonly object[]): object {
  const joined = new Map<string, unknown>();
  for (const [name, value] of calls.flatMap((call) => Object.entries(call))) {
    const earlier = joined.get(name);
    const isList = Array.isArray(earlier) && Array.isArray(value);
    joined.set(name, isList ? [...earlier, ...value] : value);
  }
  return Object.fromEntries(joined);
}
