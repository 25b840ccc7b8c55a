import { AsyncLocalStorage } from "node:async_hooks";
import { createOpenAI as createOpenAIv3 } from "@ai-sdk/openai-v3";
import {
  generateText,
  isStepCount,
  jsonSchema,
  type LanguageModelMiddleware,
  Output,
  registerTelemetry,
  streamText,
  tool,
  ToolLoopAgent,
  wrapLanguageModel,
} from "ai";
import * as v6 from "ai-v6";
import { describe, expect, it } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { memoryCall } from "./memory-call.ts";
import { memoryMiddleware } from "./memory-middleware.ts";
import { withMemory } from "./with-memory.ts";

const alice = memoryCall({ userId: "alice" });
const NO_INPUT = jsonSchema<object>({ type: "object", properties: {} });
const weather = { inputSchema: NO_INPUT, execute: async () => "22 degrees" };
const question = "What is the weather?";
const ONE_TURN = [[`user: ${question}`, "assistant: It is sunny."]];

describe("AI SDK 6", () => {
  it.each([
    ["generateText", async (call: Parameters<typeof v6.generateText>[0]) => v6.generateText(call)],
    ["streamText", async (call: Parameters<typeof v6.streamText>[0]) => v6.streamText(call)],
  ] as const)("takes the same middleware in %s", async (_, ask) => {
    const chat = await startChat();
    const { memory, searches, kept } = recordingMemory();
    const middleware = memoryMiddleware({ memory });
    const openai = createOpenAIv3({ baseURL: chat.server.baseUrl, apiKey: "none" });
    const model = v6.wrapLanguageModel({
      model: openai.chat("gpt-4.1-nano"),
      middleware: middleware as unknown as v6.LanguageModelMiddleware,
    });
    const inputSchema = v6.jsonSchema<object>({ type: "object", properties: {} });
    const tools: v6.ToolSet = { weather: v6.tool({ ...weather, inputSchema }) };
    const result = await ask({
      model,
      tools,
      stopWhen: v6.stepCountIs(5),
      ...alice,
      prompt: question,
    });
    expect(await result.text).toBe("It is sunny.");
    expect(await result.providerMetadata).toMatchObject({
      palimpsest: { memories: [{ id: "memory-1" }] },
    });
    await middleware.flush();
    expect([searches.length, kept()]).toEqual([1, ONE_TURN]);
    expect(chat.requests.map(({ system }) => system.includes("Berlin"))).toEqual([true, true]);
  });
});

describe("AI SDK 7", () => {
  it.each(WAYS)("takes a model of version 3 of the specification in %s", async (_, ask) => {
    const chat = await startChat();
    const { memory, kept } = recordingMemory();
    const openai = createOpenAIv3({ baseURL: chat.server.baseUrl, apiKey: "none" });
    const model = withMemory(openai.chat("gpt-4.1-nano"), { memory });
    const tools = { weather: tool(weather) };
    await ask({ model, tools, stopWhen: isStepCount(5), ...alice, prompt: question });
    await model.flush();
    expect(kept()).toEqual(ONE_TURN);
  });

  it("takes a model of version 2 of the specification", async () => {
    const { memory, kept } = recordingMemory();
    const model = withMemory(
      {
        specificationVersion: "v2",
        provider: "old",
        modelId: "old",
        supportedUrls: {},
        doGenerate: async () => ({
          content: [{ type: "text", text: "Fine." }],
          finishReason: "stop",
          usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
          warnings: [],
        }),
        doStream: () => Promise.reject(new Error("It does not stream.")),
      },
      { memory },
    );
    await generateText({ model, ...alice, prompt: "Hi" });
    await model.flush();
    expect(kept()).toEqual([["user: Hi", "assistant: Fine."]]);
  });

  it("has agents, which say in prepareCall whose memory it is", async () => {
    const chat = await startChat();
    const { memory, searches, kept } = recordingMemory();
    const model = withMemory(chat.model, { memory });
    const agent = new ToolLoopAgent({
      model,
      tools: { weather: tool(weather) },
      callOptionsSchema: jsonSchema<{ userId: string }>({ type: "object" }),
      prepareCall: ({ options, ...settings }) => ({ ...settings, ...memoryCall(options) }),
    });
    await agent.generate({ prompt: question, options: { userId: "alice" } });
    await (await agent.stream({ prompt: question, options: { userId: "bob" } })).consumeStream();
    await model.flush();
    expect(searches.map(({ options }) => options.userId)).toEqual(["alice", "bob"]);
    expect(kept()).toEqual([...ONE_TURN, ...ONE_TURN]);
  });

  it("has objects for answers, which are kept as they are", async () => {
    const chat = await startChat(() => ({ text: '{"city":"Oslo"}' }));
    const { memory, kept } = recordingMemory();
    const model = withMemory(chat.model, { memory });
    const schema = jsonSchema<{ city: string }>({
      type: "object",
      properties: { city: { type: "string" } },
      required: ["city"],
      additionalProperties: false,
    });
    const { output } = await generateText({
      model,
      output: Output.object({ schema }),
      ...alice,
      prompt: "Where?",
    });
    await model.flush();
    expect(output).toEqual({ city: "Oslo" });
    expect(kept()).toEqual([["user: Where?", String.raw`assistant: {\"city\":\"Oslo\"}`]]);
  });

  it("has telemetry, which goes on as it does without memory", async () => {
    const told: string[] = [];
    registerTelemetry({
      onStart: () => void told.push("start"),
      onEnd: () => void told.push("end"),
    });
    const chat = await startChat();
    const model = withMemory(chat.model, { memory: recordingMemory().memory });
    await generateText({ model, ...alice, prompt: "Hi" });
    expect(told).toEqual(["start", "end"]);
  });
});

describe("a model that is wrapped twice", () => {
  it.each(WAYS)("has one memory once, in %s", async (_, ask) => {
    const chat = await startChat();
    const { memory, searches, kept } = recordingMemory();
    const inner = withMemory(chat.model, { memory });
    const spreading: LanguageModelMiddleware = {
      transformParams: async ({ params }) => ({ ...params, temperature: 0 }),
    };
    const model = withMemory(wrapLanguageModel({ model: inner, middleware: spreading }), {
      memory,
    });
    await ask({ model, ...alice, prompt: "Hi" });
    await model.flush();
    await inner.flush();
    expect([searches.length, kept().length]).toEqual([1, 1]);
    expect(chat.requests[0]?.system.match(/<recalled-memories>/g)).toHaveLength(1);
  });

  it.each(WAYS)("has two memories each once, in %s", async (_, ask) => {
    const chat = await startChat();
    const own = recordingMemory({ texts: ["User lives in Berlin"] });
    const shared = recordingMemory({ texts: ["The office is closed in May"] });
    const inner = withMemory(chat.model, { memory: shared.memory, placement: "user" });
    const model = withMemory(inner, { memory: own.memory, placement: "user" });
    await ask({ model, ...alice, prompt: "Hi" });
    await model.flush();
    await inner.flush();
    const prompt = JSON.stringify(chat.requests[0]?.messages);
    expect([prompt.includes("Berlin"), prompt.includes("May")]).toEqual([true, true]);
    expect([own.kept(), shared.kept()]).toEqual(
      Array.from({ length: 2 }, () => [["user: Hi", "assistant: Answer 1"]]),
    );
    expect(shared.searches).toMatchObject([{ query: "Hi", options: { userId: "alice" } }]);
  });
});

describe("a memory that asks the very model that it is the memory of", () => {
  it("asks it without memory, and comes to an end", async () => {
    const chat = await startChat();
    let asked = 0;
    const { memory, kept } = recordingMemory({
      async add() {
        asked += 1;
        await generateText({
          model,
          prompt: "Find facts.",
          providerOptions: { palimpsest: { recall: false, remember: false } },
        });
        throw new Error("Done.");
      },
    });
    const model = withMemory(chat.model, { memory, onError: () => {} });
    await generateText({ model, ...alice, prompt: "Hi" });
    await model.flush();
    expect([asked, kept().length, chat.requests.length]).toEqual([1, 1, 2]);
    expect(chat.requests[1]?.system).toBe("");
  });
});

describe("waitUntil", () => {
  it("is called within the request, before the answer is complete for its reader", async () => {
    const chat = await startChat();
    const request = new AsyncLocalStorage<string>();
    const calls: (string | undefined)[] = [];
    const awaited: Promise<void>[] = [];
    const { memory, kept } = recordingMemory();
    const model = withMemory(chat.model, {
      memory,
      waitUntil(work) {
        calls.push(request.getStore());
        awaited.push(work);
      },
    });
    const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text: "Hi" }] }];
    const { stream } = await request.run("request 1", () => model.doStream({ prompt, ...alice }));
    const reader = stream.getReader();
    await request.exit(async () => {
      for (let part; part?.type !== "finish";) part = (await reader.read()).value;
    });
    expect(calls).toEqual(["request 1"]);
    await Promise.all(awaited);
    expect(kept()).toHaveLength(1);
  });

  it("has nothing to wait for when nothing is kept", async () => {
    const chat = await startChat();
    const calls: unknown[] = [];
    const { memory } = recordingMemory();
    const model = withMemory(chat.model, {
      memory,
      remember: false,
      waitUntil: (work) => calls.push(work),
    });
    await streamText({ model, ...alice, prompt: "Hi" }).consumeStream();
    expect(calls).toEqual([]);
  });
});
