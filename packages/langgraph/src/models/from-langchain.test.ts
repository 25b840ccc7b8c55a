import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage } from "@langchain/core/messages";
import { RunnableLambda } from "@langchain/core/runnables";
import { ChatOpenAI } from "@langchain/openai";
import type { ModelRequest } from "@palimpsest/core";
import { ModelCallError, ModelOutputError } from "@palimpsest/core/adapter";
import {
  type ChatReply,
  type Fault,
  type OpenAIServer,
  startOpenAIServer,
} from "@palimpsest/openai-server";
import { FakeToolCallingModel, initChatModel } from "langchain";
import { describe, expect, onTestFinished, test } from "vitest";
import { openChatModel } from "../__fixtures__/start-chat.ts";
import { fromLangChain } from "./from-langchain.ts";

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

const MODELS: readonly (readonly [string, (server: OpenAIServer) => BaseChatModel])[] = [
  ["ChatOpenAI", openChatModel],
  [
    "ChatOpenAI, on responses",
    (server) =>
      new ChatOpenAI({
        model: "gpt-4.1-nano",
        apiKey: "test",
        maxRetries: 0,
        useResponsesApi: true,
        configuration: { baseURL: server.baseUrl },
      }),
  ],
];

async function serve(reply: ChatReply = FACTS): Promise<OpenAIServer> {
  const server = await startOpenAIServer({ chat: () => reply });
  onTestFinished(() => server.close());
  return server;
}

describe.each(MODELS)("fromLangChain with %s", (_, open) => {
  async function ask(reply: ChatReply, fault?: Fault) {
    const server = await serve(reply);
    if (fault) server.fail({ with: fault });
    return fromLangChain(open(server)).generate(request);
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
    const model = fromLangChain(open(server));
    expect(model.id).toBe("openai/gpt-4.1-nano");
    expect(await model.generate(request)).toEqual({
      arguments: { facts: ["one"] },
      usage: { inputTokens: 12, outputTokens: 3 },
    });
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
    ["a filtered answer", { text: "I", finishReason: "content_filter" }, undefined, "I"],
  ])("refuses %s, with the model's text", async (_name, reply, fault, text) => {
    const failure = await ask(reply, fault).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelOutputError);
    expect(failure).toMatchObject({ text });
  });

  test("refuses an answer cut short", async () => {
    const fault: Fault = { type: "truncate", where: "arguments", keep: 8 };
    const failure = await ask(FACTS, fault).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelOutputError);
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
      { retryable: false },
    ],
    ["a wrong key", { type: "status", status: 401 }, { status: 401, retryable: false }],
    ["a wrong request", { type: "status", status: 400 }, { status: 400, retryable: false }],
    ["a server in trouble", { type: "status", status: 503 }, { status: 503, retryable: true }],
    ["a cut connection", { type: "disconnect" }, { retryable: true }],
    ["a body that is no JSON", { type: "garbage", body: "<html>" }, { retryable: true }],
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
    const answer = fromLangChain(open(server)).generate({ ...request, signal: abort.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    abort.abort(new Error("enough"));
    await expect(answer).rejects.toThrow("enough");
  });
});

/** A model of any provider that answers this. */
function answering(message: AIMessage) {
  const model = new FakeToolCallingModel({ toolCalls: [] });
  model.bindTools = () => RunnableLambda.from(async () => message) as never;
  return fromLangChain(model);
}

describe("fromLangChain", () => {
  test("takes a model that initChatModel made", async () => {
    const server = await serve();
    const model = await initChatModel("openai:gpt-4.1-nano", {
      apiKey: "test",
      maxRetries: 0,
      configuration: { baseURL: server.baseUrl },
    });
    const { arguments: given } = await fromLangChain(model).generate(request);
    expect(given).toEqual({ facts: ["one"] });
  });

  test.each([
    ["stop_reason", "max_tokens"],
    ["stopReason", "content_filtered"],
    ["finishReason", "SAFETY"],
    ["stop_reason", "refusal"],
    ["incomplete_details", { reason: "max_output_tokens" }],
  ])("knows by %s: %j that an answer is not whole", async (name, reason) => {
    const message = new AIMessage({
      content: "",
      tool_calls: [{ id: "1", name: "record_facts", args: { facts: [] } }],
      response_metadata: { [name]: reason },
    });
    await expect(answering(message).generate(request)).rejects.toThrow(ModelOutputError);
  });

  test("says of a refusal that it is one", async () => {
    const message = new AIMessage({ content: "", additional_kwargs: { refusal: "I will not." } });
    await expect(answering(message).generate(request)).rejects.toMatchObject({
      code: "model-output",
      text: "I will not.",
    });
  });

  test.each([["openai:gpt-4.1-nano"], [undefined], [{}]])(
    "tells who gives it %j to pass a model",
    (given) => {
      expect(() => fromLangChain(given as never)).toThrow(
        expect.objectContaining({ code: "invalid-input", parameter: "chatModel" }),
      );
    },
  );
});
