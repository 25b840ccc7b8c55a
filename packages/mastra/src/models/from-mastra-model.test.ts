import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAI as createOpenAIv2 } from "@ai-sdk/openai-v2";
import { createOpenAI as createOpenAIv3 } from "@ai-sdk/openai-v3";
import { type MastraModelConfig, resolveModelConfig } from "@mastra/core/llm";
import type { ModelRequest } from "@palimpsest/core";
import { ModelCallError, ModelOutputError } from "@palimpsest/core/adapter";
import {
  type ChatReply,
  type Fault,
  type OpenAIServer,
  startOpenAIServer,
} from "@palimpsest/openai-server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { fromMastraModel, type MastraModel } from "./from-mastra-model.ts";

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

const MODEL = "gpt-4.1-nano";

type Connect = (server: OpenAIServer) => MastraModel | Promise<MastraModel>;
const MODELS: [string, Connect][] = [
  ["chat of @ai-sdk/openai 4", (server) => createOpenAI(connect(server)).chat(MODEL)],
  ["responses of @ai-sdk/openai 4", (server) => createOpenAI(connect(server))(MODEL)],
  ["responses of @ai-sdk/openai 3", (server) => createOpenAIv3(connect(server))(MODEL)],
  ["chat of @ai-sdk/openai 2", (server) => createOpenAIv2(connect(server)).chat(MODEL)],
  ["a string for Mastra's router", routed],
  [
    "what Mastra's router takes for a server of one's own",
    ({ baseUrl }) => ({ id: `own/${MODEL}`, url: baseUrl, apiKey: "test" }),
  ],
  [
    "the same, its provider apart",
    ({ baseUrl }) => ({ providerId: "own", modelId: MODEL, url: baseUrl, apiKey: "test" }),
  ],
  [
    "a model that Mastra has wrapped",
    async (server) => resolveModelConfig(createOpenAIv3(connect(server))(MODEL)),
  ],
];

function connect({ baseUrl }: OpenAIServer) {
  return { baseURL: baseUrl, apiKey: "test" };
}

/** A string of Mastra's, whose router finds server and key in the environment. */
function routed({ baseUrl }: OpenAIServer): MastraModel {
  vi.stubEnv("OPENAI_BASE_URL", baseUrl);
  // A key of its own: the router keeps what it made for a key, whatever the server.
  vi.stubEnv("OPENAI_API_KEY", `key-of-${baseUrl}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  return `openai/${MODEL}`;
}

async function serve(reply: ChatReply = FACTS): Promise<OpenAIServer> {
  const server = await startOpenAIServer({ chat: () => reply });
  onTestFinished(() => server.close());
  return server;
}

describe.each(MODELS)("fromMastraModel with %s", (_, open) => {
  async function ask(reply: ChatReply, fault?: Fault) {
    const server = await serve(reply);
    if (fault) server.fail({ with: fault });
    return fromMastraModel(await open(server)).generate(request);
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
    const model = fromMastraModel(await open(server));
    expect(model.id).toContain(`/${MODEL}`);
    expect(await model.generate(request)).toEqual({
      arguments: { facts: ["one"] },
      usage: { inputTokens: 12, outputTokens: 3 },
    });
    await model.generate(request);
    expect(server.requests).toHaveLength(2);
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
  ])("says what %s means, after one call", async (_name, fault, expected) => {
    const server = await serve();
    server.fail({ with: fault });
    const model = fromMastraModel(await open(server));
    const failure = await model.generate(request).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelCallError);
    expect(failure).toMatchObject(expected);
    expect(failure).toHaveProperty("message", expect.stringContaining(`${MODEL} failed`));
    expect(server.requests).toHaveLength(1);
  });

  test("rejects with the signal's reason when aborted", async () => {
    const server = await serve();
    server.fail({ with: { type: "hang" } });
    const abort = new AbortController();
    const model = fromMastraModel(await open(server));
    const answer = model.generate({ ...request, signal: abort.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    abort.abort(new Error("enough"));
    await expect(answer).rejects.toThrow("enough");
  });
});

describe("fromMastraModel with a model of specification 1", () => {
  type LegacyModel = Extract<MastraModelConfig, { specificationVersion: "v1" }>;
  type Answer = Partial<Awaited<ReturnType<LegacyModel["doGenerate"]>>>;

  function legacyModel(answer: Answer) {
    const calls: Parameters<LegacyModel["doGenerate"]>[0][] = [];
    const model: LegacyModel = {
      specificationVersion: "v1",
      provider: "old",
      modelId: "model",
      defaultObjectGenerationMode: "tool",
      doGenerate: async (call) => {
        calls.push(call);
        const usage = { promptTokens: 5, completionTokens: Number.NaN };
        const rawCall = { rawPrompt: null, rawSettings: {} };
        return { finishReason: "tool-calls", usage, rawCall, ...answer };
      },
      doStream: async () => ({
        stream: new ReadableStream(),
        rawCall: { rawPrompt: null, rawSettings: {} },
      }),
    };
    return { model: fromMastraModel(model), calls };
  }

  test("forces the tool in the words of that time", async () => {
    const { model, calls } = legacyModel({
      toolCalls: [
        {
          toolCallType: "function",
          toolCallId: "1",
          toolName: "record_facts",
          args: '{"facts":[]}',
        },
      ],
    });
    expect(model.id).toBe("old/model");
    expect(await model.generate(request)).toEqual({
      arguments: { facts: [] },
      usage: { inputTokens: 5, outputTokens: 0 },
    });
    expect(calls).toMatchObject([
      {
        mode: {
          type: "regular",
          tools: [{ type: "function", ...request.tool }],
          toolChoice: { type: "tool", toolName: "record_facts" },
        },
        prompt: [
          { role: "system", content: "Find facts." },
          { role: "user", content: [{ type: "text", text: "I am Ada." }] },
          { role: "assistant" },
          { role: "user" },
        ],
      },
    ]);
  });

  test("refuses an answer that ran out of tokens", async () => {
    const { model } = legacyModel({ text: '{"facts":["a"', finishReason: "length" });
    await expect(model.generate(request)).rejects.toThrow("ran out of tokens");
  });
});

describe("fromMastraModel", () => {
  test.each([
    ["a key that is missing", "openai/gpt-4.1-nano", "OPENAI_API_KEY"],
    ["a provider that the router does not know", "nobody/model", "nobody"],
  ])("does not ask again for %s", async (_name, model, word) => {
    vi.stubEnv("OPENAI_API_KEY", undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(fromMastraModel(model).generate(request)).rejects.toMatchObject({
      code: "model-call",
      retryable: false,
      message: expect.stringContaining(word) as string,
    });
  });

  test("looks for a model anew where it could not be had before", async () => {
    const server = await serve();
    const model = createOpenAI(connect(server)).chat(MODEL);
    let isReady = false;
    const later: MastraModel = {
      get specificationVersion() {
        if (!isReady) throw new Error("not yet");
        return model.specificationVersion;
      },
      provider: model.provider,
      modelId: model.modelId,
      doGenerate: (options) => model.doGenerate(options),
    };
    const adapted = fromMastraModel(later);
    await expect(adapted.generate(request)).rejects.toMatchObject({ code: "model-call" });
    isReady = true;
    expect(await adapted.generate(request)).toMatchObject({ arguments: { facts: ["one"] } });
  });

  test.each([["gpt-4.1-nano"], ["openai/"], ["/model"], [undefined], [null], [{}], [{ id: "x" }]])(
    "tells who gives it %j what a model is",
    (given) => {
      expect(() => fromMastraModel(given as never)).toThrow(
        expect.objectContaining({ code: "invalid-input", parameter: "model" }),
      );
    },
  );
});
