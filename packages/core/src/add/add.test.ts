import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { newFolder, openTestMemory, START } from "../__fixtures__/open-test-memory.ts";
import { createMemory } from "../memory.ts";
import type { Message } from "../record.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { scriptedModel } from "../testing/scripted-model.ts";

const alice = { userId: "alice" };
const livesIn = (city: string) => factsOf(`User lives in ${city}`);
const factsOf = (...texts: string[]) => ({ facts: texts.map((text) => ({ text })) });

test("the extractor sees the date, the summary, the last ten messages and the exchange", async () => {
  const { memory, model } = await openTestMemory({
    script: { write_summary: [{ summary: "They greet." }] },
  });
  const scope = { ...alice, sessionId: "s1" };
  for (let turn = 1; turn <= 6; turn++) {
    const messages: Message[] = [
      { role: "user", content: `Question ${turn}` },
      { role: "assistant", content: `Answer ${turn}` },
    ];
    await memory.add(messages, { ...scope, at: new Date("2026-02-13T09:00:00Z") });
  }
  await memory.idle();
  await memory.add("And now?", { ...scope, at: new Date("2026-02-14T09:00:00Z") });
  const content = model.requestsFor("record_facts").at(-1)?.messages[0]?.content;
  expect(content).toMatchInlineSnapshot(`
    "Date of the exchange: 2026-02-14T09:00:00.000Z (Saturday)

    Summary of the conversation so far:
    "They greet."

    Earlier messages:
    {"role":"user","content":"Question 2"}
    {"role":"assistant","content":"Answer 2"}
    {"role":"user","content":"Question 3"}
    {"role":"assistant","content":"Answer 3"}
    {"role":"user","content":"Question 4"}
    {"role":"assistant","content":"Answer 4"}
    {"role":"user","content":"Question 5"}
    {"role":"assistant","content":"Answer 5"}
    {"role":"user","content":"Question 6"}
    {"role":"assistant","content":"Answer 6"}

    The exchange:
    {"role":"user","content":"And now?"}"
  `);
});

test("instructions of the application and of the call stand in the system prompt", async () => {
  const { memory, model } = await openTestMemory({ instructions: "Heed allergies." });
  await memory.add("Hello", { ...alice, instructions: "Heed pets." });
  const [request] = model.requestsFor("record_facts");
  expect(request?.system).toMatch(
    /Instructions of the application:\nHeed allergies\.\nHeed pets\.$/,
  );
});

test("a memory keeps what its fact says, where it came from, and both times", async () => {
  const { memory } = await openTestMemory({
    script: {
      record_facts: [
        {
          facts: [
            {
              text: "Anna, the user's sister, is a vet",
              kind: "fact",
              subject: "Anna",
              attribute: "Job Title",
              value: "vet",
              cardinality: "one",
              entities: ["Anna"],
              quote: "my sister Anna is a vet",
              validFrom: "2025-09-01",
              importance: 3,
            },
          ],
        },
      ],
    },
  });
  const { results, report } = await memory.add("By the way, my sister Anna is a vet.", {
    ...alice,
    at: new Date("2026-02-01T00:00:00Z"),
    metadata: { channel: "mail" },
  });
  expect(await memory.get(results[0]?.id ?? "", alice)).toEqual({
    id: results[0]?.id,
    memory: "Anna, the user's sister, is a vet",
    version: 1,
    kind: "fact",
    userId: "alice",
    status: "current",
    pinned: false,
    validFrom: new Date("2025-09-01"),
    recordedAt: expect.any(Date),
    origin: "user",
    subject: "Anna",
    attribute: "job_title",
    value: "vet",
    entities: ["Anna"],
    relations: [{ subject: "user", predicate: "sister", object: "Anna" }],
    quote: "my sister Anna is a vet",
    episodeIds: [report.episodeId],
    metadata: { channel: "mail" },
  });
});

test("facts are placed where their level says, and never where another user sees them", async () => {
  const facts = ["user", "session", "agent"].map((level) => ({ text: `A ${level} fact`, level }));
  const { memory } = await openTestMemory({ script: { record_facts: [{ facts }] } });
  const scope = { userId: "alice", agentId: "coach", sessionId: "s1" };
  const { results } = await memory.add("Hello", scope);
  const placed = await Promise.all(results.map(async ({ id }) => memory.get(id, scope)));
  expect(
    placed.map((record) => [record?.memory, record?.userId, record?.agentId, record?.sessionId]),
  ).toEqual([
    ["A user fact", "alice", undefined, undefined],
    ["A session fact", "alice", "coach", "s1"],
    ["A agent fact", "alice", "coach", undefined],
  ]);
  expect(await memory.count({ agentId: "coach" })).toBe(0);
  expect(await memory.count({ userId: "bob", agentId: "coach", sessionId: "s1" })).toBe(0);
});

test("a level without its id goes to the user, and without a user to all ids that there are", async () => {
  const facts = [
    { text: "For now", level: "session" },
    { text: "For the agent", level: "agent" },
  ];
  const { memory } = await openTestMemory({ script: { record_facts: [{ facts }] } });
  await memory.add("Hello", alice);
  expect(await memory.count(alice)).toBe(2);
  await memory.add("Hello", { agentId: "coach", sessionId: "s1" });
  expect(await memory.count({ agentId: "coach" })).toBe(0);
  expect(await memory.count({ agentId: "coach", sessionId: "s1" })).toBe(2);
});

test("of what one exchange says and then corrects, the last counts", async () => {
  const home = { attribute: "home", cardinality: "one" };
  const { memory } = await openTestMemory({
    script: {
      record_facts: [
        {
          facts: [
            { text: "User lives in Berlin", value: "Berlin", ...home },
            { text: "User likes tea" },
            { text: "user likes  tea." },
            { text: "User lives in Bonn", value: "Bonn", ...home },
          ],
        },
      ],
    },
  });
  const { results, report } = await memory.add("I live in Berlin, no, Bonn. Tea!", alice);
  expect(results.map((change) => change.memory)).toEqual(["user likes tea.", "User lives in Bonn"]);
  expect(report.decisions.filter(({ operation }) => operation === "NOOP")).toHaveLength(2);
});

test("an UPDATE merges what is known with what is new", async () => {
  const { memory, model } = await openTestMemory({
    script: {
      record_facts: [{ facts: [{ text: "User has a dog", entities: [], importance: 2 }] }],
    },
  });
  const first = await memory.add("I have a dog", { ...alice, metadata: { a: 1, b: 1 } });
  const quoted = {
    text: "User's dog is called Rex",
    quote: "She is called Rex",
    entities: ["Rex"],
  };
  model.follow({
    record_facts: [{ facts: [quoted] }],
    decide: [
      {
        decisions: [
          { fact: 1, operation: "UPDATE", target: "m1", text: "User has a dog named Rex" },
        ],
      },
    ],
  });
  const { results, report } = await memory.add(
    [
      { role: "user", content: "What is my dog called?" },
      { role: "assistant", content: "She is called Rex" },
    ],
    { ...alice, metadata: { b: 2 } },
  );
  // The assistant's words may not change the user's memory.
  expect(results).toEqual([]);
  expect(report.decisions).toMatchObject([{ operation: "REJECTED", proposed: "UPDATE" }]);

  const second = await memory.add("She is called Rex", { ...alice, metadata: { b: 2 } });
  expect(second.results).toMatchObject([
    {
      event: "UPDATE",
      id: first.results[0]?.id,
      memory: "User has a dog named Rex",
      previousMemory: "User has a dog",
      version: 2,
    },
  ]);
  expect(await memory.get(first.results[0]?.id ?? "", alice)).toMatchObject({
    version: 2,
    entities: ["Rex"],
    metadata: { a: 1, b: 2 },
    quote: "She is called Rex",
    episodeIds: [first.report.episodeId, second.report.episodeId],
  });
});

test("a DELETE with empty text retracts the memory, and nothing takes its place", async () => {
  const { memory, model } = await openTestMemory({
    script: { record_facts: [factsOf("User has a dog named Rex")] },
  });
  const { results: added } = await memory.add("I have a dog, Rex", alice);
  model.follow({
    record_facts: [factsOf("User never had a dog named Rex")],
    decide: [
      {
        decisions: [{ fact: 1, operation: "DELETE", target: "m1", text: "", reason: "taken back" }],
      },
    ],
  });
  const { results } = await memory.add("I made Rex up", alice);
  expect(results).toEqual([
    {
      event: "DELETE",
      id: added[0]?.id,
      memory: "User has a dog named Rex",
      previousMemory: "User has a dog named Rex",
      version: 2,
      decisionId: expect.any(String),
    },
  ]);
  expect(await memory.count(alice)).toBe(0);
  expect(await memory.get(added[0]?.id ?? "", alice)).toMatchObject({ status: "retracted" });
});

test("of a property with one value, every outdated memory gives way to the newest", async () => {
  const home = { attribute: "home", subject: "user" };
  const { memory, model } = await openTestMemory({
    script: {
      record_facts: [
        {
          facts: [
            { text: "User lives in Berlin", value: "Berlin", ...home },
            { text: "User stays in Munich", value: "Munich", ...home },
          ],
        },
      ],
    },
  });
  await memory.add("I live in Berlin, and stay in Munich", alice);
  model.follow({
    record_facts: [
      { facts: [{ text: "User lives in Bonn", value: "Bonn", cardinality: "one", ...home }] },
    ],
    decide: [{ decisions: [{ fact: 1, operation: "ADD" }] }],
  });
  const { results } = await memory.add("I live in Bonn", alice);
  expect(results.map(({ event }) => event)).toEqual(["DELETE", "DELETE"]);
  expect((await memory.list(alice)).results.map((record) => record.memory)).toEqual([
    "User lives in Bonn",
  ]);
  const [one, two] = results;
  expect(two?.supersededBy).toBe(one?.supersededBy);
});

test("exchanges of one user are processed in the order of the calls, others do not wait", async () => {
  const gate = Promise.withResolvers<void>();
  const { memory, model } = await openTestMemory({
    script: {
      record_facts: [
        async () => {
          await gate.promise;
          return factsOf("First");
        },
        factsOf("Second"),
      ],
    },
  });
  const first = memory.add("one", alice);
  await vi.waitFor(() => expect(model.requests).toHaveLength(1));
  const other = await memory.add("two", { userId: "bob" });
  expect(other.results).toMatchObject([{ memory: "Second" }]);
  const last = memory.add("three", alice);
  gate.resolve();
  await Promise.all([first, last]);
  const contents = model
    .requestsFor("record_facts")
    .map((request) => request.messages[0]?.content ?? "");
  expect(contents.map((content) => /"(\w+)"}$/.exec(content)?.[1])).toEqual([
    "one",
    "two",
    "three",
  ]);
});

test("in background mode the exchange is durable at once, and processed behind", async () => {
  const gate = Promise.withResolvers<void>();
  const { memory } = await openTestMemory({
    script: {
      record_facts: [
        async () => {
          await gate.promise;
          return factsOf("User likes tea");
        },
      ],
    },
  });
  const { results, report } = await memory.add("I like tea", { ...alice, mode: "background" });
  expect({ results, status: report.status }).toEqual({ results: [], status: "pending" });
  expect((await memory.episodes(alice)).results).toMatchObject([
    { id: report.episodeId, status: "pending" },
  ]);
  gate.resolve();
  await memory.idle();
  expect((await memory.episodes(alice)).results).toMatchObject([{ status: "processed" }]);
  expect(await memory.count(alice)).toBe(1);
});

test("closing finishes what goes on in the background", async () => {
  const { memory, reopen } = await openTestMemory({
    script: { record_facts: [factsOf("User likes tea")] },
  });
  await memory.add("I like tea", { ...alice, mode: "background" });
  await memory.close();
  expect(await reopen().count(alice)).toBe(1);
});

test("the same key at the same moment is processed once", async () => {
  const { memory, model } = await openTestMemory({
    script: { record_facts: [factsOf("User likes tea")] },
  });
  const keyed = { ...alice, idempotencyKey: "k", at: START };
  const added = await Promise.all(
    Array.from({ length: 5 }, async () => memory.add("I like tea", keyed)),
  );
  const statuses = added.map(({ report }) => report.status).toSorted();
  expect(statuses).toEqual(["duplicate", "duplicate", "duplicate", "duplicate", "processed"]);
  expect(model.requests).toHaveLength(1);
  expect(await memory.count(alice)).toBe(1);
});

test("two processes' memories on one folder do not both replace one memory", async () => {
  const gate = Promise.withResolvers<void>();
  const away = { decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] };
  const { memory, model, reopen } = await openTestMemory({
    script: { record_facts: [livesIn("Berlin")] },
  });
  await memory.add("Berlin", alice);
  model.follow({
    record_facts: [livesIn("Amsterdam")],
    decide: [
      async () => {
        await gate.promise;
        return away;
      },
      away,
    ],
  });
  const slow = memory.add("Amsterdam", { ...alice, at: new Date("2026-04-01T00:00:00Z") });
  await vi.waitFor(() => expect(model.requestsFor("decide")).toHaveLength(1));

  const other = reopen({
    model: scriptedModel({ record_facts: [livesIn("Paris")], decide: [away] }),
  });
  await other.add("Paris", alice);
  gate.resolve();
  const { results, report } = await slow;
  // Judged again, by what is known since: Amsterdam replaces Paris, not Berlin.
  expect(results).toMatchObject([
    { event: "DELETE", memory: "User lives in Amsterdam", previousMemory: "User lives in Paris" },
  ]);
  expect(report.usage.modelCalls).toBe(3);
  const { results: current } = await memory.list(alice);
  expect(current.map((record) => record.memory)).toEqual(["User lives in Amsterdam"]);
  const { results: versions } = await memory.history(current[0]?.id ?? "", alice);
  expect(versions.map((version) => version.memory)).toEqual([
    "User lives in Berlin",
    "User lives in Paris",
    "User lives in Amsterdam",
  ]);
});

test("what a killed process left behind is processed by the next one, once", async () => {
  const uri = await newFolder();
  // The child's model never answers.
  const child = fork(new URL("../__fixtures__/hanging-add.ts", import.meta.url), [uri], {
    execArgv: ["--conditions=@palimpsest/source"],
    stdio: "inherit",
  });
  await once(child, "message");
  child.kill("SIGKILL");
  await once(child, "exit");

  const model = scriptedModel({ record_facts: [factsOf("User likes tea")] });
  await using memory = createMemory({ uri, model, embedder: hashEmbedder() });
  await memory.idle();
  expect((await memory.list(alice)).results.map((record) => record.memory)).toEqual([
    "User likes tea",
  ]);
  expect((await memory.episodes(alice)).results).toMatchObject([{ status: "processed" }]);
  expect(model.requests).toHaveLength(1);
});

test("plan gives the decisions of add, and writes nothing", async () => {
  const { memory, model } = await openTestMemory({
    script: { record_facts: [factsOf("User lives in Berlin")] },
  });
  await memory.add("I live in Berlin", alice);
  model.follow({
    record_facts: [factsOf("User lives in Amsterdam", "Plum cake!")],
    decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
  });
  const { decisions } = await memory.plan("I moved to Amsterdam. Plum cake!", alice);
  expect(decisions).toMatchObject([
    { operation: "DELETE", memory: "User lives in Amsterdam", reason: "moved", actor: "model" },
    { operation: "ADD", memory: "Plum cake!", actor: "rule" },
  ]);
  expect((await memory.list(alice)).results).toMatchObject([{ memory: "User lives in Berlin" }]);
  expect((await memory.episodes(alice)).results).toHaveLength(1);
});
