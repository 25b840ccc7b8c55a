import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAI as createOpenAIv3 } from "@ai-sdk/openai-v3";
import type { ModelRequest } from "@palimpsest/core";
import { ModelCallError, ModelOutputError } from "@palimpsest/core/adapter";
import {
  type ChatReply,
  type Fault,
  type OpenAIServer,
  startOpenAIServer,
} from "@palimpsest/openai-server";
import { defaultSettingsMiddleware, wrapLanguageModel } from "ai";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { withMemory } from "../middleware/with-memory.ts";
import { type AiSdkModel, fromAiSdk } from "./from-ai-sdk.ts";

const request: ModelRequest = {
  system: "Find facts.",
  messages: [
    { role: "user", content: "I am Ada." },
    { role: "assistant", content: "Hello." },
    { role: "user", content: "And I live in Berlin." },
  ],
  tool: {
    name: "record_facts",
    description: "Records facts.",
    parameters: { type: "object", properties: { facts: { type: "array", items: {} } } },
  },
};

const FACTS: ChatReply = {
  toolCalls: [{ name: "record_facts", arguments: { facts: ["one"], kind: null } }],
  usage: { inputTokens: 12, outputTokens: 3 },
};

type Connect = (server: OpenAIServer) => AiSdkModel;
const MODELS: [string, Connect][] = [
  ["chat of @ai-sdk/openai 4", (server) => createOpenAI(connect(server)).chat("gpt-4.1-nano")],
  ["responses of @ai-sdk/openai 4", (server) => createOpenAI(connect(server))("gpt-4.1-nano")],
  ["chat of @ai-sdk/openai 3", (server) => createOpenAIv3(connect(server)).chat("gpt-4.1-nano")],
  ["responses of @ai-sdk/openai 3", (server) => createOpenAIv3(connect(server))("gpt-4.1-nano")],
];

function connect({ baseUrl }: OpenAIServer) {
  return { baseURL: baseUrl, apiKey: "test" };
}

async function serve(reply: ChatReply = FACTS): Promise<OpenAIServer> {
  const server = await startOpenAIServer({ chat: () => reply });
  onTestFinished(() => server.close());
  return server;
}

describe.each(MODELS)("fromAiSdk with %s", (_, open) => {
  async function ask(reply: ChatReply, fault?: Fault) {
    const server = await serve(reply);
    if (fault) server.fail({ with: fault });
    return fromAiSdk(open(server)).generate(request);
  }

  test("asks for one forced call of the tool, and gives its arguments and the tokens used", async () => {
    const server = await startOpenAIServer({
      chat: ({ system, messages, tools, toolChoice }) => {
        expect(system).toBe("Find facts.");
        expect(messages).toEqual(request.messages);
        expect(tools).toMatchObject([{ ...request.tool }]);
        expect(toolChoice).toEqual({ name: "record_facts" });
        return FACTS;
      },
    });
    onTestFinished(() => server.close());
    expect(await fromAiSdk(open(server)).generate(request)).toEqual({
      arguments: { facts: ["one"] },
      usage: { inputTokens: 12, outputTokens: 3 },
    });
    expect(JSON.stringify(server.requests[0]?.body)).not.toContain("palimpsest");
  });

  test("takes the arguments from the text of a model that cannot be forced", async () => {
    const { arguments: given } = await ask({ text: '```json\n{"facts":[]}\n```' });
    expect(given).toEqual({ facts: [] });
  });

  test.each<[string, ChatReply, Fault | undefined, string]>([
    ["prose", { text: "No idea." }, undefined, "No idea."],
    ["a call of another tool", { toolCalls: [{ name: "decide", arguments: {} }] }, undefined, ""],
    [
      "broken JSON",
      { toolCalls: [{ name: "record_facts", arguments: '{"facts":[' }] },
      undefined,
      '{"facts":[',
    ],
    [
      "an answer cut short",
      { toolCalls: [{ name: "record_facts", arguments: { facts: ["a", "b"] } }] },
      { type: "truncate", where: "arguments", keep: 8 },
      '{"facts"',
    ],
    ["a filtered answer", { text: "I", finishReason: "content_filter" }, undefined, "I"],
    ["a body that is no JSON", FACTS, { type: "garbage", body: "<html>" }, "<html>"],
  ])("refuses %s, with the model's text", async (_name, reply, fault, text) => {
    const failure = await ask(reply, fault).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelOutputError);
    expect(failure).toMatchObject({ text });
  });

  test.each<[string, Fault, object]>([
    [
      "too many requests",
      { type: "status", status: 429, retryAfter: 7 },
      { status: 429, retryable: true, retryAfterMs: 7_000 },
    ],
    [
      "no credit left",
      { type: "status", status: 429, code: "insufficient_quota" },
      { status: 429, retryable: false },
    ],
    ["a wrong key", { type: "status", status: 401 }, { status: 401, retryable: false }],
    ["a server in trouble", { type: "status", status: 503 }, { status: 503, retryable: true }],
    ["a cut connection", { type: "disconnect" }, { retryable: true }],
  ])("says what %s means", async (_name, fault, expected) => {
    const failure = await ask(FACTS, fault).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelCallError);
    expect(failure).toMatchObject(expected);
    expect(failure).toHaveProperty("message", expect.stringContaining("gpt-4.1-nano failed"));
  });

  test("rejects with the signal's reason when aborted", async () => {
    const server = await serve();
    server.fail({ with: { type: "hang" } });
    const abort = new AbortController();
    const answer = fromAiSdk(open(server)).generate({ ...request, signal: abort.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    abort.abort(new Error("enough"));
    await expect(answer).rejects.toThrow("enough");
  });
});

describe("fromAiSdk", () => {
  test("takes models of specification 2, which count tokens in plain numbers", async () => {
    const model: Extract<AiSdkModel, { specificationVersion: "v2" }> = {
      specificationVersion: "v2",
      provider: "old",
      modelId: "model",
      supportedUrls: {},
      doGenerate: async () => ({
        content: [
          { type: "tool-call", toolCallId: "1", toolName: "record_facts", input: '{"facts":[]}' },
        ],
        finishReason: "tool-calls",
        usage: { inputTokens: 5, outputTokens: undefined, totalTokens: 5 },
        warnings: [],
      }),
      doStream: async () => ({ stream: new ReadableStream() }),
    };
    const adapted = fromAiSdk(model);
    expect(adapted.id).toBe("old/model");
    expect(await adapted.generate(request)).toEqual({
      arguments: { facts: [] },
      usage: { inputTokens: 5, outputTokens: 0 },
    });
  });

  test.each([
    ["wrapped by withMemory", (model: AiSdkModel) => model],
    [
      "wrapped in other middleware besides",
      (model: AiSdkModel) =>
        wrapLanguageModel({ model, middleware: defaultSettingsMiddleware({ settings: {} }) }),
    ],
  ])("asks a model %s past its memory, which may be the one that asks", async (_name, wrap) => {
    const server = await serve();
    const { memory, searches, adds } = recordingMemory();
    const inner = createOpenAI(connect(server)).chat("gpt-4.1-nano");
    const model = withMemory(inner, { memory, scope: { userId: "alice" } });
    await fromAiSdk(wrap(model)).generate(request);
    await model.flush();
    expect([...searches, ...adds]).toEqual([]);
    expect(JSON.stringify(server.requests[0]?.body)).not.toMatch(/recalled|palimpsest/);
  });

  test("says of a refusal that it is one", async () => {
    const server = await serve();
    const message = { role: "assistant", content: null, refusal: "I will not." };
    const choices = [{ index: 0, finish_reason: "stop", message }];
    const body = JSON.stringify({ id: "1", created: 0, model: "m", choices });
    server.fail({ with: { type: "garbage", body } });
    const model = createOpenAI(connect(server)).chat("gpt-4.1-nano");
    await expect(fromAiSdk(model).generate(request)).rejects.toMatchObject({
      code: "model-output",
      text: "I will not.",
    });
  });

  test("reads an answer without any choice as what it is", async () => {
    const server = await serve();
    const body = JSON.stringify({ id: "1", created: 0, model: "m", choices: [] });
    server.fail({ with: { type: "garbage", body } });
    const model = createOpenAI(connect(server)).chat("gpt-4.1-nano");
    await expect(fromAiSdk(model).generate(request)).rejects.toMatchObject({
      code: "model-output",
      text: body,
    });
  });

  test("does not ask again where a key is missing", async () => {
    vi.stubEnv("OPENAI_API_KEY", undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const model = createOpenAI().chat("gpt-4.1-nano");
    await expect(fromAiSdk(model).generate(request)).rejects.toMatchObject({ retryable: false });
  });

  test.each([["openai/gpt-4.1-nano"], [undefined], [{}]])(
    "tells who gives it %j to pass a model",
    (given) => {
      expect(() => fromAiSdk(given as never)).toThrow(
        expect.objectContaining({ code: "invalid-input", parameter: "model" }),
      );
    },
  );
});
