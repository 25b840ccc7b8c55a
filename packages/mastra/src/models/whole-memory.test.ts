import { createMemory, type MemoryEvent } from "@palimpsest/core";
import { type OpenAIServer, startOpenAIServer } from "@palimpsest/openai-server";
import { expect, onTestFinished, test } from "vitest";
import { newFolder } from "../__fixtures__/new-folder.ts";
import { fromMastraEmbedding } from "./from-mastra-embedding.ts";
import { fromMastraModel } from "./from-mastra-model.ts";

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

/** A memory whose models are a server of one's own, by the router of Mastra. */
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
  const connection = { url: server.baseUrl, apiKey: "test" };
  const events: MemoryEvent[] = [];
  const memory = createMemory({
    uri: await newFolder(),
    model: fromMastraModel({ id: "own/gpt-4.1-nano", ...connection }),
    embedder: fromMastraEmbedding(
      { id: "own/text-embedding-3-small", ...connection },
      { dimensions: 1_536, similarityRange: [0.15, 0.8] },
    ),
    durability: "os",
    onEvent: (event) => events.push(event),
  });
  onTestFinished(() => memory.close());
  return { memory, server, events };
}

test("a memory on Mastra's models adds, judges and finds", async () => {
  const { memory, server } = await open();
  const { report } = await memory.add("I live in Amsterdam.", alice);
  expect(report).toMatchObject({ status: "processed", usage: { modelCalls: 1 } });
  expect(report.usage.inputTokens).toBeGreaterThan(100);
  const { results } = await memory.add("I moved to Berlin.", alice);
  expect(results).toMatchObject([{ event: "DELETE", memory: "User lives in Berlin" }]);
  const found = await memory.search("Where does the user live?", alice);
  expect(found.results.map((match) => match.memory)).toEqual(["User lives in Berlin"]);
  expect(server.count("chat")).toBe(3);
  expect(await memory.info()).toMatchObject({ dimensions: 1_536, defaults: "none" });
});

test.each<[string, Parameters<OpenAIServer["fail"]>[0], object]>([
  [
    "too many requests",
    { path: "chat", with: { type: "status", status: 429, retryAfter: 0 } },
    { code: "model-call", status: 429, retryAfterMs: 0 },
  ],
  [
    "broken JSON",
    { path: "chat", with: { type: "garbage", body: '{"choices":[' } },
    { code: "model-output" },
  ],
  [
    "an embedding that fails",
    { path: "embeddings", with: { type: "status", status: 429, retryAfter: 0 } },
    { code: "embedding", retryAfterMs: 0 },
  ],
])("a memory on Mastra's models gets over %s", async (_name, fault, error) => {
  const { memory, server, events } = await open();
  server.fail(fault);
  const { results } = await memory.add("I live in Amsterdam.", alice);
  expect(results).toMatchObject([{ event: "ADD", memory: "User lives in Amsterdam" }]);
  expect(events.find(({ type }) => type === "retrying")).toMatchObject({ error });
});
