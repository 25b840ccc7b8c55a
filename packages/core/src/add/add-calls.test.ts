import { expect, test } from "vitest";
import { openOpenAIMemory } from "../__fixtures__/open-openai-memory.ts";

const alice = { userId: "alice" };

const known = ["User lives in Berlin", "User is vegetarian", "User has a dog named Rex"];
const news = [
  "User lives in Amsterdam",
  "User is no longer vegetarian",
  "User has a dog named Rex and a cat",
  "Grandmother Ilse bakes superb plum cake",
  "Quarterly taxes confuse everybody",
];
const toFacts = (texts: readonly string[]) => ({ facts: texts.map((text) => ({ text })) });

test("five facts, three of which have relatives, cost two chat calls and one embedding call", async () => {
  const decisions = [1, 2, 3].map((fact) => ({ fact, operation: "ADD" }));
  const { memory, server } = await openOpenAIMemory({
    record_facts: [toFacts(known), toFacts(news)],
    decide: [{ decisions }],
  });
  await memory.add("About me", alice);
  server.clear();

  const { results, report } = await memory.add("News of me", alice);
  expect(server.count("chat")).toBe(2);
  expect(server.count("embeddings")).toBe(1);
  expect(report.usage).toMatchObject({ modelCalls: 2, embeddingCalls: 1 });
  expect(results).toHaveLength(5);
  const judged = JSON.stringify(server.requests[2]?.body);
  expect(judged).toContain("3. User has a dog named Rex and a cat");
  expect(judged).not.toContain("plum cake");
});

test("merged texts are embedded in one more call, however many they are", async () => {
  const decisions = [1, 2, 3].map((fact) => ({
    fact,
    operation: "UPDATE",
    target: `m${fact}`,
    text: `Merged ${fact}`,
  }));
  const { memory, server } = await openOpenAIMemory({
    record_facts: [toFacts(known), toFacts(news)],
    decide: [{ decisions }],
  });
  await memory.add("About me", alice);
  server.clear();
  await memory.add("News of me", alice);
  expect(server.count("chat")).toBe(2);
  expect(server.count("embeddings")).toBe(2);
});

test("facts without relatives cost one chat call", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [toFacts(news)] });
  const { results } = await memory.add("News of me", alice);
  expect(results).toHaveLength(5);
  expect(server.count("chat")).toBe(1);
  expect(server.count("embeddings")).toBe(1);
});

test("an exchange without facts costs one chat call and no embedding", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [{ facts: [] }] });
  const { results, report } = await memory.add("Hello!", alice);
  expect(results).toEqual([]);
  expect(report.status).toBe("processed");
  expect(server.requests.map(({ path }) => path)).toEqual(["chat"]);
});

test("exact repeats and repeats of a value cost no judge", async () => {
  const home = { attribute: "home", value: "Berlin", cardinality: "one" };
  const { memory, server } = await openOpenAIMemory({
    record_facts: [
      { facts: [{ text: "User lives in Berlin", ...home }] },
      { facts: [{ text: "user lives in  berlin." }, { text: "User resides in Berlin", ...home }] },
    ],
  });
  await memory.add("I live in Berlin", alice);
  server.clear();
  const { results, report } = await memory.add("As I said, I live in Berlin", alice);
  expect(results).toEqual([]);
  expect(report.decisions.map(({ operation }) => operation)).toEqual(["NOOP", "NOOP"]);
  expect(server.count("chat")).toBe(1);
});

test("the same idempotency key in the same scope costs nothing, whatever the text", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [toFacts(known)] });
  const keyed = { ...alice, idempotencyKey: "message-1" };
  const first = await memory.add("About me", keyed);
  server.clear();

  const again = await memory.add("Something else", keyed);
  expect(again).toMatchObject({
    results: [],
    report: { status: "duplicate", episodeId: first.report.episodeId, decisions: [] },
  });
  expect(server.requests).toEqual([]);

  await memory.add("About me", { ...keyed, sessionId: "s1" });
  expect(server.count("chat")).toBe(1);
});

test("one search costs one embedding call and no chat call", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [toFacts(known)] });
  await memory.add("About me", alice);
  server.clear();
  const { results } = await memory.search("where does the user live", alice);
  expect(results[0]?.memory).toBe("User lives in Berlin");
  expect(server.requests.map(({ path }) => path)).toEqual(["embeddings"]);
});

test("the prompt of a two-message exchange is under 2,000 tokens by the server's count", async () => {
  const { memory } = await openOpenAIMemory({
    record_facts: [toFacts(known), toFacts(known.map((text) => `${text} still`))],
    decide: [{ decisions: [] }],
  });
  await memory.add("About me", alice);
  const { report } = await memory.add(
    [
      { role: "user", content: "I still live in Berlin, with Rex, and eat no meat." },
      { role: "assistant", content: "Good to know!" },
    ],
    alice,
  );
  expect(report.usage.modelCalls).toBe(2);
  expect(report.usage.inputTokens).toBeGreaterThan(0);
  expect(report.usage.inputTokens).toBeLessThan(2_000);
});
