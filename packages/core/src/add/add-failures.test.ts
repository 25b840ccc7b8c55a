import { expect, test, vi } from "vitest";
import { openOpenAIMemory } from "../__fixtures__/open-openai-memory.ts";

const alice = { userId: "alice" };
const facts = { facts: [{ text: "User lives in Berlin" }] };
const said = "I live in Berlin";

test("a model that is busy is asked again, after the time it names", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [facts] });
  server.fail({ path: "chat", with: { type: "status", status: 429, retryAfter: 0 } });
  server.fail({ path: "chat", with: { type: "status", status: 500 } });
  const { results, report } = await memory.add(said, alice);
  expect(results).toHaveLength(1);
  expect(report.usage.modelCalls).toBe(3);
  expect(server.count("chat")).toBe(3);
});

test.each([
  ["is down", { type: "status", status: 500 }, 2, "model-call"],
  // Asking again with the same key would not help.
  ["refuses the key", { type: "status", status: 401 }, 1, "model-call"],
  ["breaks off", { type: "disconnect", afterBytes: 40 }, 2, "model-call"],
  ["is cut short", { type: "truncate", keep: 0.5, where: "arguments" }, 2, "model-output"],
  ["answers prose", { type: "garbage", body: "I am sorry" }, 2, "model-call"],
] as const)(
  "when the model %s, the exchange is kept, and taken up by idle()",
  async (_, fault, calls, code) => {
    const { memory, server } = await openOpenAIMemory({ record_facts: [facts] }, { retries: 1 });
    server.fail({ path: "chat", times: calls, with: fault });
    const { results, report } = await memory.add(said, alice);
    expect(results).toEqual([]);
    expect(server.count("chat")).toBe(calls);
    expect(report).toMatchObject({ status: "pending", decisions: [], error: { code } });
    expect(await memory.info()).toMatchObject({ pending: 1 });
    expect((await memory.episodes(alice)).results).toMatchObject([
      {
        status: "pending",
        attempts: 1,
        error: { code },
        messages: [{ role: "user", content: said }],
      },
    ]);

    await memory.idle();
    expect(await memory.info()).toMatchObject({ pending: 0 });
    const { results: memories } = await memory.list(alice);
    expect(memories).toMatchObject([{ memory: "User lives in Berlin" }]);
    expect((await memory.episodes(alice)).results).toMatchObject([
      { status: "processed", attempts: 2, derived: [memories[0]?.id] },
    ]);
  },
);

test("a model that hangs is given up after modelTimeoutMs", async () => {
  const { memory, server } = await openOpenAIMemory(
    { record_facts: [facts] },
    { retries: 0, modelTimeoutMs: 100 },
  );
  server.fail({ path: "chat", with: { type: "hang" } });
  const { report } = await memory.add(said, alice);
  expect(report).toMatchObject({
    status: "pending",
    error: { code: "model-call", message: expect.stringContaining("100 ms") },
  });
});

test("an embedder that fails leaves the exchange pending, too", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [facts] }, { retries: 0 });
  server.fail({ path: "embeddings", with: { type: "status", status: 500 } });
  const { report } = await memory.add(said, alice);
  expect(report).toMatchObject({ status: "pending", error: { code: "embedding" } });
  await memory.idle();
  expect(await memory.count(alice)).toBe(1);
});

test("a judge that fails writes nothing, and every fact is there afterwards", async () => {
  const { memory, server } = await openOpenAIMemory(
    {
      record_facts: [
        facts,
        { facts: [{ text: "User lives in Berlin with Rex" }, { text: "Plum cake!" }] },
      ],
      decide: [{ decisions: [{ fact: 1, operation: "UPDATE", target: "m1" }] }],
    },
    { retries: 0 },
  );
  await memory.add(said, alice);
  let calls = 0;
  server.fail({ path: "chat", when: () => ++calls === 2, with: { type: "status", status: 503 } });
  const { results, report } = await memory.add("With Rex. Plum cake!", alice);
  expect({ results, status: report.status }).toEqual({ results: [], status: "pending" });
  expect(await memory.count(alice)).toBe(1);
  await memory.idle();
  expect((await memory.list(alice)).results.map((record) => record.memory)).toEqual([
    "User lives in Berlin with Rex",
    "Plum cake!",
  ]);
});

test("with fallback rules the local judge decides where the model fails", async () => {
  const { memory, server } = await openOpenAIMemory(
    { record_facts: [facts, { facts: [{ text: "User lives in Amsterdam" }] }] },
    { retries: 0, fallback: "rules" },
  );
  await memory.add(said, alice);
  let calls = 0;
  server.fail({ path: "chat", when: () => ++calls === 2, with: { type: "status", status: 503 } });
  const { results, report } = await memory.add("I live in Amsterdam", alice);
  expect(report.decisions).toMatchObject([{ operation: "DELETE", actor: "rule" }]);
  expect(results).toMatchObject([{ event: "DELETE", memory: "User lives in Amsterdam" }]);
});

test("the next add takes up what is pending", async () => {
  const { memory, server } = await openOpenAIMemory(
    { record_facts: [facts, { facts: [{ text: "Plum cake!" }] }] },
    { retries: 0 },
  );
  server.fail({ path: "chat", with: { type: "status", status: 500 } });
  await memory.add(said, alice);
  await memory.add("Plum cake!", alice);
  await vi.waitFor(async () => expect(await memory.info()).toMatchObject({ pending: 0 }), 10_000);
  expect(await memory.count(alice)).toBe(2);
});

test("opening takes up what an earlier process left pending", async () => {
  const { memory, server, reopen } = await openOpenAIMemory(
    { record_facts: [facts] },
    { retries: 0 },
  );
  server.fail({ path: "chat", with: { type: "status", status: 500 } });
  await memory.add(said, alice);
  await memory.close();
  const later = reopen();
  await later.idle();
  expect(await later.count(alice)).toBe(1);
});

test("an exchange that no answer fits is dead after five attempts, and listed", async () => {
  const { memory, server } = await openOpenAIMemory(
    { record_facts: [{ wrong: true }] },
    { retries: 0 },
  );
  await memory.add(said, alice);
  for (let attempt = 2; attempt <= 5; attempt++) await memory.idle();
  expect(await memory.info()).toMatchObject({ pending: 0, dead: 1 });
  expect((await memory.episodes(alice)).results).toMatchObject([
    { status: "dead", attempts: 5, error: { code: "model-output" } },
  ]);
  server.clear();
  await memory.idle();
  expect(server.requests).toEqual([]);
});

test("a model that is down does not make an exchange dead", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [facts] }, { retries: 0 });
  server.fail({ path: "chat", times: 8, with: { type: "status", status: 500 } });
  await memory.add(said, alice);
  for (let attempt = 2; attempt <= 8; attempt++) await memory.idle();
  expect(await memory.info()).toMatchObject({ pending: 1, dead: 0 });
  await memory.idle();
  expect(await memory.count(alice)).toBe(1);
});

test("an abort rejects with the signal's reason and keeps the exchange", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [facts] });
  server.fail({ path: "chat", with: { type: "hang" } });
  const abort = new AbortController();
  const added = memory.add(said, { ...alice, signal: abort.signal });
  await vi.waitFor(() => expect(server.count("chat")).toBe(1));
  const reason = new Error("the user went away");
  abort.abort(reason);
  await expect(added).rejects.toBe(reason);
  expect((await memory.episodes(alice)).results).toMatchObject([{ status: "pending" }]);
  await memory.idle();
  expect(await memory.count(alice)).toBe(1);
});

test("an abort before the call keeps nothing and asks nobody", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [facts] });
  const reason = new Error("too late");
  await expect(memory.add(said, { ...alice, signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  );
  expect((await memory.episodes(alice)).results).toEqual([]);
  expect(server.requests).toEqual([]);
});
