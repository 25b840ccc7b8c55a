import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAI as createOpenAIv3 } from "@ai-sdk/openai-v3";
import { createMemory, type MemoryEvent } from "@palimpsest/core";
import { type OpenAIServer, startOpenAIServer } from "@palimpsest/openai-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { newFolder } from "../__fixtures__/new-folder.ts";
import { fromAiSdkEmbedding } from "./from-ai-sdk-embedding.ts";
import { fromAiSdk } from "./from-ai-sdk.ts";

const alice = { userId: "alice" };

/** What the model answers: a fact of Amsterdam, then one of Berlin, which takes its place. */
const ANSWERS: Readonly<Record<string, readonly object[]>> = {
  record_facts: [
    toFacts("Amsterdam", "I live in Amsterdam"),
    toFacts("Berlin", "I moved to Berlin"),
  ],
  decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
};

function toFacts(city: string, quote: string): object {
  return { facts: [{ text: `User lives in ${city}`, quote, attribute: "home_city", value: city }] };
}

const PROVIDERS = [
  ["@ai-sdk/openai 4", createOpenAI],
  ["@ai-sdk/openai 3", createOpenAIv3],
] as const;

describe.each(PROVIDERS)("a memory on models of %s", (_, createProvider) => {
  async function open() {
    const asked: string[] = [];
    const server = await startOpenAIServer({
      chat: ({ toolChoice }) => {
        const { name } = toolChoice as { name: string };
        const before = asked.filter((earlier) => earlier === name).length;
        asked.push(name);
        return { toolCalls: [{ name, arguments: ANSWERS[name]?.[before] ?? {} }] };
      },
    });
    onTestFinished(() => server.close());
    const provider = createProvider({ baseURL: server.baseUrl, apiKey: "test" });
    const events: MemoryEvent[] = [];
    const memory = createMemory({
      uri: await newFolder(),
      model: fromAiSdk(provider("gpt-4.1-nano")),
      embedder: fromAiSdkEmbedding(provider.embedding("text-embedding-3-small"), {
        dimensions: 1_536,
        similarityRange: [0.15, 0.8],
      }),
      durability: "os",
      onEvent: (event) => events.push(event),
    });
    onTestFinished(() => memory.close());
    return { memory, server, events };
  }

  test("adds, judges and finds", async () => {
    const { memory, server } = await open();
    const { report } = await memory.add("I live in Amsterdam.", alice);
    expect(report).toMatchObject({ status: "processed", usage: { modelCalls: 1 } });
    expect(report.usage.inputTokens).toBeGreaterThan(100);
    const { results } = await memory.add("I moved to Berlin.", alice);
    expect(results).toMatchObject([{ event: "DELETE", memory: "User lives in Berlin" }]);
    const found = await memory.search("Where does the user live?", alice);
    expect(found.results.map((match) => match.memory)).toEqual(["User lives in Berlin"]);
    expect(server.count("responses")).toBe(3);
    expect(await memory.info()).toMatchObject({ dimensions: 1_536, defaults: "none" });
  });

  test.each<[string, Parameters<OpenAIServer["fail"]>[0], object]>([
    [
      "too many requests",
      { path: "responses", with: { type: "status", status: 429, retryAfter: 0 } },
      { code: "model-call", status: 429, retryAfterMs: 0 },
    ],
    [
      "broken JSON",
      { path: "responses", with: { type: "garbage", body: '{"output":[' } },
      { code: "model-output" },
    ],
    [
      "an embedding that fails",
      { path: "embeddings", with: { type: "status", status: 429, retryAfter: 0 } },
      { code: "embedding", retryAfterMs: 0 },
    ],
  ])("gets over %s", async (_name, fault, error) => {
    const { memory, server, events } = await open();
    server.fail(fault);
    const { results } = await memory.add("I live in Amsterdam.", alice);
    expect(results).toMatchObject([{ event: "ADD", memory: "User lives in Amsterdam" }]);
    expect(events.find(({ type }) => type === "retrying")).toMatchObject({ error });
  });

  test("keeps an exchange while there is no credit, and takes it up later", async () => {
    const { memory, server } = await open();
    server.fail({ with: { type: "status", status: 429, code: "insufficient_quota" } });
    const { report } = await memory.add("I live in Amsterdam.", alice);
    expect(report).toMatchObject({ status: "pending", error: { code: "model-call" } });
    expect(server.count("responses")).toBe(1);
    await memory.idle();
    expect(await memory.count(alice)).toBe(1);
  });

  test("lets go of a model that hangs when the call is aborted", async () => {
    const { memory, server } = await open();
    server.fail({ with: { type: "hang" } });
    const abort = new AbortController();
    const adding = memory.add("I live in Amsterdam.", { ...alice, signal: abort.signal });
    await expect.poll(() => server.requests.length).toBe(1);
    abort.abort(new Error("enough"));
    await expect(adding).rejects.toThrow("enough");
  });
});
