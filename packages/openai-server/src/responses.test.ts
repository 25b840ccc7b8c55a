import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ChatReply, ChatRequest } from "./chat.ts";
import { type OpenAIServer, startOpenAIServer } from "./start-openai-server.ts";

const WEATHER = {
  type: "function" as const,
  name: "get_weather",
  strict: false,
  parameters: { type: "object", properties: { city: { type: "string" } } },
};

let server: OpenAIServer;
let client: OpenAI;
let asked: ChatRequest | undefined;
let script: ChatReply;

beforeAll(async () => {
  server = await startOpenAIServer({
    chat: (request) => {
      asked = request;
      return script;
    },
  });
  client = new OpenAI({ baseURL: server.baseUrl, apiKey: "key", maxRetries: 0 });
});
beforeEach(() => {
  script = { text: "Bonjour, ça va?" };
});
afterAll(async () => server.close());

describe("responses", () => {
  test("answer with the text of the script, and count tokens", async () => {
    script = { text: "Hi", usage: { inputTokens: 7, outputTokens: 4 } };
    const response = await client.responses.create({ model: "gpt-4.1-nano", input: "Hello" });
    expect(response.output_text).toBe("Hi");
    expect(response).toMatchObject({
      id: expect.stringMatching(/^resp_/),
      object: "response",
      status: "completed",
      usage: { input_tokens: 7, output_tokens: 4, total_tokens: 11 },
    });
  });

  test.each([false, true])(
    "carry text and parallel tool calls (streamed: %s)",
    async (streamed) => {
      script = {
        text: "Let me see.",
        toolCalls: [
          { id: "call_1", name: "get_weather", arguments: { city: "Köln" } },
          { name: "get_weather", arguments: { city: "Bonn" } },
        ],
      };
      const params = { model: "m", input: "Weather?", tools: [WEATHER] };
      const response = streamed
        ? await client.responses.stream(params).finalResponse()
        : await client.responses.create(params);
      expect(response.output_text).toBe("Let me see.");
      expect(response.output.slice(1)).toMatchObject([
        { type: "function_call", call_id: "call_1", arguments: '{"city":"Köln"}' },
        { type: "function_call", name: "get_weather", arguments: '{"city":"Bonn"}' },
      ]);
    },
  );

  test("stream deltas, numbered and in order", async () => {
    script = { text: "One two three four" };
    const stream = await client.responses.create({ model: "m", input: "Count", stream: true });
    const events = await Array.fromAsync(stream);
    expect(events.map((event) => event.sequence_number)).toEqual([...events.keys()]);
    expect(events[0]?.type).toBe("response.created");
    expect(events.at(-1)?.type).toBe("response.completed");
    const deltas = events.filter((event) => event.type === "response.output_text.delta");
    expect(deltas.length).toBeGreaterThan(1);
    expect(deltas.map((event) => event.delta).join("")).toBe("One two three four");
  });

  test.each([
    ["length", "max_output_tokens"],
    ["content_filter", "content_filter"],
  ] as const)("that end for %s are incomplete", async (finishReason, reason) => {
    script = { text: "One two", finishReason };
    const response = await client.responses.create({ model: "m", input: "Count" });
    expect(response).toMatchObject({ status: "incomplete", incomplete_details: { reason } });
  });

  test("reach the script in the same shape as chat completions", async () => {
    await client.responses.create({
      model: "m",
      instructions: "Be brief.",
      input: [
        { role: "developer", content: "Be kind." },
        { role: "user", content: [{ type: "input_text", text: "Weather?" }] },
        { role: "assistant", content: "Let me see." },
        { type: "function_call", call_id: "call_1", name: "get_weather", arguments: "{}" },
        { type: "function_call", call_id: "call_2", name: "get_weather", arguments: "{}" },
        { type: "function_call_output", call_id: "call_1", output: "Rain" },
      ],
      tools: [WEATHER],
      tool_choice: { type: "function", name: "get_weather" },
    });
    expect(asked).toMatchObject({
      api: "responses",
      system: "Be brief.\nBe kind.",
      messages: [
        { role: "user", content: "Weather?" },
        {
          role: "assistant",
          content: "Let me see.",
          toolCalls: [{ id: "call_1" }, { id: "call_2" }],
        },
        { role: "tool", content: "Rain", toolCallId: "call_1" },
      ],
      tools: [{ name: "get_weather", parameters: WEATHER.parameters, strict: false }],
      toolChoice: { name: "get_weather" },
    });
  });

  test("may be referred to by the ids of their items", async () => {
    const first = await client.responses.create({ model: "m", input: "Hello" });
    const id = first.output[0]!.id!;
    await client.responses.create({
      model: "m",
      input: [
        { type: "item_reference", id },
        { role: "user", content: "And you?" },
      ],
    });
    expect(asked?.messages).toEqual([
      { role: "assistant", content: "Bonjour, ça va?" },
      { role: "user", content: "And you?" },
    ]);
    const unknown = client.responses.create({
      model: "m",
      input: [{ type: "item_reference", id: "msg_unknown" }],
    });
    await expect(unknown).rejects.toMatchObject({ status: 404 });
  });
});
