import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ChatReply, ChatRequest } from "./chat.ts";
import { type OpenAIServer, startOpenAIServer } from "./start-openai-server.ts";

const WEATHER = {
  type: "function" as const,
  function: {
    name: "get_weather",
    description: "The weather of a city.",
    parameters: { type: "object", properties: { city: { type: "string" } } },
  },
};

let server: OpenAIServer;
let client: OpenAI;
let asked: ChatRequest | undefined;
let script: ((request: ChatRequest) => ChatReply) | undefined;

beforeAll(async () => {
  server = await startOpenAIServer({
    chat: (request) => {
      asked = request;
      return script?.(request) ?? { text: "Bonjour, ça va?" };
    },
  });
  client = new OpenAI({ baseURL: server.baseUrl, apiKey: "key", maxRetries: 0 });
});
beforeEach(() => {
  asked = undefined;
  script = undefined;
});
afterAll(async () => server.close());

describe("chat completions", () => {
  test("answer with the text of the script, and count tokens", async () => {
    const completion = await client.chat.completions.create({
      model: "gpt-4.1-nano",
      messages: [{ role: "user", content: "Hello" }],
    });
    expect(completion).toMatchObject({
      id: expect.stringMatching(/^chatcmpl-/),
      object: "chat.completion",
      model: "gpt-4.1-nano",
      choices: [
        { message: { role: "assistant", content: "Bonjour, ça va?" }, finish_reason: "stop" },
      ],
    });
    expect(completion.usage?.total_tokens).toBe(
      completion.usage!.prompt_tokens + completion.usage!.completion_tokens,
    );
  });

  test("stream the same text, with usage when it is asked for", async () => {
    script = () => ({
      text: "One two three four",
      usage: { inputTokens: 7, outputTokens: 4 },
      deltaDelayMs: 1,
    });
    const stream = await client.chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "Count" }],
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = await Array.fromAsync(stream);
    const deltas = chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "");
    expect(deltas.filter((delta) => delta !== "").length).toBeGreaterThan(1);
    expect(deltas.join("")).toBe("One two three four");
    expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(1);
    expect(chunks.map((chunk) => chunk.choices[0]?.finish_reason).filter(Boolean)).toEqual([
      "stop",
    ]);
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 7, total_tokens: 11 },
    });
  });

  test("stream no usage unasked", async () => {
    const stream = await client.chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: "Count" }],
      stream: true,
    });
    const chunks = await Array.fromAsync(stream);
    expect(chunks.filter((chunk) => chunk.usage !== undefined)).toEqual([]);
  });

  test.each([false, true])("carry parallel tool calls (streamed: %s)", async (streamed) => {
    script = () => ({
      text: "Let me see.",
      toolCalls: [
        { id: "call_1", name: "get_weather", arguments: { city: "Köln" } },
        { name: "get_weather", arguments: '{"city":"Bonn"}' },
      ],
    });
    const params = {
      model: "m",
      messages: [{ role: "user" as const, content: "Weather?" }],
      tools: [WEATHER],
    };
    const completion = streamed
      ? await client.chat.completions.stream(params).finalChatCompletion()
      : await client.chat.completions.create(params);
    expect(completion.choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      message: {
        content: "Let me see.",
        tool_calls: [
          { id: "call_1", type: "function", function: { arguments: '{"city":"Köln"}' } },
          { id: expect.stringMatching(/^call_/), function: { arguments: '{"city":"Bonn"}' } },
        ],
      },
    });
  });

  test("reach the script in one shape", async () => {
    await client.chat.completions.create({
      model: "m",
      messages: [
        { role: "system", content: "Be brief." },
        { role: "developer", content: [{ type: "text", text: "Be kind." }] },
        { role: "user", content: [{ type: "text", text: "Weather?" }] },
        {
          role: "assistant",
          tool_calls: [
            { id: "call_1", type: "function", function: { name: "get_weather", arguments: "{}" } },
          ],
        },
        { role: "tool", tool_call_id: "call_1", content: "Rain" },
      ],
      tools: [WEATHER],
      tool_choice: { type: "function", function: { name: "get_weather" } },
    });
    expect(asked).toMatchObject({
      api: "chat",
      system: "Be brief.\nBe kind.",
      messages: [
        { role: "user", content: "Weather?" },
        {
          role: "assistant",
          content: "",
          toolCalls: [{ id: "call_1", name: "get_weather", arguments: "{}" }],
        },
        { role: "tool", content: "Rain", toolCallId: "call_1" },
      ],
      tools: [WEATHER.function],
      toolChoice: { name: "get_weather" },
      stream: false,
    });
  });
});

describe("without a script", () => {
  let plain: OpenAIServer;
  beforeAll(async () => {
    plain = await startOpenAIServer();
  });
  afterAll(async () => plain.close());

  const ask = async (extra: object) => {
    const response = await fetch(`${plain.baseUrl}/chat/completions`, {
      method: "POST",
      body: JSON.stringify({
        model: "m",
        messages: [{ role: "user", content: "Hello" }],
        ...extra,
      }),
    });
    return (await response.json()) as OpenAI.ChatCompletion & { error?: { message: string } };
  };

  test("chat completions echo", async () => {
    const completion = await ask({});
    expect(completion.choices[0]?.message.content).toBe("Echo: Hello");
  });

  test.each(["required", { type: "function", function: { name: "get_weather" } }])(
    "a tool that must be called is called with nothing (%o)",
    async (tool_choice) => {
      const completion = await ask({ tools: [WEATHER], tool_choice });
      expect(completion.choices[0]?.message.tool_calls).toMatchObject([
        { function: { name: "get_weather", arguments: "{}" } },
      ]);
    },
  );
});
