import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { openOpenAIMemory } from "../__fixtures__/open-openai-memory.ts";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import type { MemoryEvent } from "../events.ts";

const alice = { userId: "alice" };
const facts = { facts: [{ text: "User lives in Berlin" }] };
const refusal = { type: "status", status: 400, message: "it is too long" } as const;
const outage = { type: "status", status: 500 } as const;

test("an exchange whose request is refused is given up after five attempts, listed, and taken up by hand", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [facts] }, { retries: 0 });
  server.fail({ path: "chat", times: 5, with: refusal });
  const { report } = await memory.add("I live in Berlin", alice);
  for (let attempt = 2; attempt < 5; attempt++) {
    expect(await memory.retryPending()).toEqual({ processed: 0, pending: 1, dead: 0 });
  }
  expect(await memory.retryPending()).toEqual({ processed: 0, pending: 0, dead: 1 });
  expect(await memory.info()).toMatchObject({ dead: 1, deadBy: { "model-call": 1 }, circuits: [] });
  expect((await memory.episodes({ ...alice, status: "pending" })).results).toEqual([]);
  expect((await memory.episodes({ ...alice, status: "dead" })).results).toMatchObject([
    { id: report.episodeId, error: { code: "model-call", message: /it is too long/ } },
  ]);
  expect(await memory.retryPending()).toEqual({ processed: 0, pending: 0, dead: 1 });

  const episodeIds = [report.episodeId];
  expect(await memory.retryPending({ episodeIds })).toEqual({ processed: 1, pending: 0, dead: 0 });
  expect(await memory.count(alice)).toBe(1);
  expect(await memory.retryPending({ episodeIds, include: "dead" })).toMatchObject({
    processed: 0,
  });
});

test("an exchange that fails by itself holds up none behind it", async () => {
  const { memory, server } = await openOpenAIMemory({ record_facts: [facts] }, { retries: 0 });
  server.fail({ path: "chat", times: 2, with: outage });
  await memory.add("I live in Berlin", alice);
  await memory.add("I live in Berlin, Ohio", alice);
  server.fail({ path: "chat", times: 9, when: ({ body }) => !has(body, "Ohio"), with: refusal });
  expect(await memory.retryPending()).toEqual({ processed: 1, pending: 1, dead: 0 });
});

test("an add takes up three exchanges that are due, and none before its wait is over", async () => {
  let now = new Date("2026-03-01T12:00:00.000Z").getTime();
  const { memory, server } = await openOpenAIMemory(
    { record_facts: [{ facts: [] }] },
    { retries: 0, now: () => new Date(now++) },
  );
  server.fail({ path: "chat", times: 4, with: outage });
  for (let user = 1; user <= 4; user++) {
    await memory.add(`Hello ${user}`, { userId: `user-${user}` });
  }
  expect(await memory.info()).toMatchObject({
    pending: 4,
    pendingBy: { "model-call": 4 },
    oldestPending: new Date("2026-03-01T12:00:00.001Z"),
  });
  await memory.add("Hello", alice);
  await vi.waitFor(async () => expect(await memory.info()).toMatchObject({ pending: 1 }));
  server.fail({ path: "chat", when: ({ body }) => has(body, "Hello 4"), with: outage });
  await memory.add("Hello", alice);
  await vi.waitFor(async () => {
    const { results } = await memory.episodes({ userId: "user-4" });
    expect(results).toMatchObject([{ status: "pending", attempts: 2 }]);
  });

  const asked = server.count("chat");
  await memory.add("Hello", alice);
  await sleep(50);
  expect(server.count("chat")).toBe(asked + 1);
  now += 30_000;
  await memory.add("Hello", alice);
  await vi.waitFor(async () => expect(await memory.info()).toMatchObject({ pending: 0 }));
});

test("a model that is down is left alone after five failures, and asked again by hand", async () => {
  const events: MemoryEvent[] = [];
  const onEvent = (event: MemoryEvent) => events.push(event);
  const { memory, server } = await openOpenAIMemory(
    { record_facts: [facts] },
    { retries: 0, onEvent },
  );
  server.fail({ path: "chat", times: 6, with: outage });
  for (let add = 1; add <= 7; add++) {
    const { report } = await memory.add("I live in Berlin", alice);
    expect(report).toMatchObject({ status: "pending", error: { code: "model-call" } });
  }
  expect(server.count("chat")).toBe(5);
  const model = { service: "model", id: "openai/gpt-4.1-nano" };
  expect(await memory.info()).toMatchObject({
    pending: 7,
    circuits: [{ ...model, state: "open", failures: 5, error: /500/ }],
  });
  expect(await memory.retryPending()).toEqual({ processed: 0, pending: 7, dead: 0 });
  expect(server.count("chat")).toBe(6);
  expect(await memory.retryPending()).toEqual({ processed: 7, pending: 0, dead: 0 });
  expect(await memory.count(alice)).toBe(1);
  const circuits = events.filter(({ type }) => type.startsWith("circuit-"));
  expect(circuits).toMatchObject([
    { type: "circuit-opened", ...model, coolingMs: 10_000 },
    { type: "circuit-opened", ...model, coolingMs: 20_000 },
    { type: "circuit-closed", ...model },
  ]);
});

test("a search fails at once while the embedder is left alone", async () => {
  const { memory, server } = await openOpenAIMemory({}, { retries: 0 });
  await memory.put("User likes tea", alice);
  server.clear();
  server.fail({ path: "embeddings", times: 5, with: outage });
  for (let search = 1; search <= 6; search++) {
    await expect(memory.search("tea", alice)).rejects.toMatchObject({ code: "embedding" });
  }
  expect(server.count("embeddings")).toBe(5);
});

test("an exchange that takes longer than addTimeoutMs waits, with the reason, and nothing of it is written", async () => {
  const { memory, server } = await openOpenAIMemory(
    { record_facts: [facts] },
    { addTimeoutMs: 300, retries: 9 },
  );
  await memory.info();
  server.fail({ path: "embeddings", times: 1, with: { type: "hang" } });
  const { results, report } = await memory.add("I live in Berlin", alice);
  expect({ results, status: report.status }).toEqual({ results: [], status: "pending" });
  expect(report.error?.message).toContain("addTimeoutMs, 300 ms");
  expect(await memory.count(alice)).toBe(0);
  expect(await memory.info()).toMatchObject({ pending: 1, circuits: [] });
  expect(await memory.retryPending()).toEqual({ processed: 1, pending: 0, dead: 0 });
});

test("an exchange of which a part was written before the model failed is finished by the next attempt", async () => {
  let judged = 0;
  const { memory, reopen } = await openTestMemory({
    retries: 0,
    model: {
      id: "m",
      async generate({ tool }) {
        if (tool.name === "record_facts") {
          return { arguments: { facts: ["User lives in Hamburg", "Plum cake!"] } };
        }
        judged++;
        // Somebody else changes the memory that is being judged, so that it has to be judged again.
        if (judged === 1) await other.update(id, { metadata: { seen: true } }, alice);
        if (judged === 2) throw new Error("it is down");
        const decision = { fact: 1, operation: "UPDATE", target: "m1" };
        return { arguments: { decisions: [decision] } };
      },
    },
  });
  const other = reopen();
  const { id } = await memory.put("User lives in Berlin", alice);
  const texts = async () => (await memory.list(alice)).results.map((record) => record.memory);

  const { report } = await memory.add("I live in Hamburg. Plum cake!", alice);
  expect(report).toMatchObject({ status: "pending", error: { message: /it is down/ } });
  expect(await texts()).toEqual(["User lives in Berlin", "Plum cake!"]);
  expect(await memory.retryPending()).toEqual({ processed: 1, pending: 0, dead: 0 });
  expect(await texts()).toEqual(["User lives in Hamburg", "Plum cake!"]);
});

function has(body: unknown, text: string): boolean {
  return JSON.stringify(body).includes(text);
}
