import type {
  ChatCompletion,
  ChatCompletionMessageToolCall,
} from "openai/resources/chat/completions";
import { describe, expect, test } from "vitest";
import { ModelOutputError } from "../errors.ts";
import { readToolAnswer } from "./read-tool-answer.ts";

interface Message {
  content?: string | null;
  refusal?: string | null;
  tool_calls?: ChatCompletionMessageToolCall[];
}

function completion(
  { content = null, refusal = null, tool_calls }: Message,
  finish_reason: ChatCompletion.Choice["finish_reason"] = "stop",
): ChatCompletion {
  const message = {
    role: "assistant" as const,
    content,
    refusal,
    ...(tool_calls && { tool_calls }),
  };
  const choices = [{ index: 0, logprobs: null, finish_reason, message }];
  return { id: "1", object: "chat.completion", created: 0, model: "m", choices };
}

function call(json: string, name = "record_facts"): ChatCompletionMessageToolCall {
  return { id: "call_1", type: "function", function: { name, arguments: json } };
}

describe("readToolAnswer takes", () => {
  test.each<[string, Message, object]>([
    ["a call", { tool_calls: [call('{"facts":[]}')] }, { facts: [] }],
    ["the message itself", { content: '{"facts":[]}' }, { facts: [] }],
    [
      "several calls, each once",
      { tool_calls: [call('{"facts":[1]}'), call('{"facts":[2],"a":1}'), call('{"facts":[1]}')] },
      { facts: [1, 2], a: 1 },
    ],
    [
      "its own tool among others",
      { tool_calls: [call("{}", "decide"), call('{"facts":[]}')] },
      { facts: [] },
    ],
    ["nulls for nothing", { tool_calls: [call('{"facts":[{"kind":null}]}')] }, { facts: [{}] }],
  ])("%s", (_, message, expected) => {
    expect(readToolAnswer(completion(message), "record_facts")).toEqual({ arguments: expected });
  });

  test("the tokens used, when the server counts them", () => {
    const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 };
    const answer = { ...completion({ tool_calls: [call("{}")] }), usage };
    expect(readToolAnswer(answer, "record_facts").usage).toEqual({
      inputTokens: 12,
      outputTokens: 3,
    });
  });
});

describe("readToolAnswer refuses, with the model's text,", () => {
  const whole = { tool_calls: [call('{"facts":[]}')] };
  test.each<[string, unknown, string, string]>([
    ["prose", completion({ content: "No idea." }), "no JSON", "No idea."],
    ["nothing", completion({}), "said nothing", ""],
    ["empty arguments", completion({ tool_calls: [call("")] }), "said nothing", ""],
    ["broken JSON", completion({ tool_calls: [call("{a")] }), "no JSON", "{a"],
    ["JSON that is no object", completion({ tool_calls: [call("[1]")] }), "no JSON", "[1]"],
    ["another tool", completion({ tool_calls: [call("{}", "decide")] }), "called another one", ""],
    ["a refusal", completion({ refusal: "I will not." }), "refused", "I will not."],
    [
      "what was cut short, though it is JSON",
      completion(whole, "length"),
      "ran out of tokens",
      '{"facts":[]}',
    ],
    ["what was filtered", completion(whole, "content_filter"), "filter", '{"facts":[]}'],
    ["another kind of answer", { a: 1 }, "not a chat completion", '{"a":1}'],
    ["no choices", { choices: [] }, "not a chat completion", '{"choices":[]}'],
  ])("%s", (_, answer, problem, text) => {
    const read = () => readToolAnswer(answer as ChatCompletion, "record_facts");
    expect(read).toThrow(ModelOutputError);
    expect(read).toThrow(problem);
    expect(read).toThrow(expect.objectContaining({ text }));
  });
});
