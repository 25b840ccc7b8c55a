import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";

const alice = { userId: "alice" };
const factsOf = (...texts: string[]) => ({ facts: texts.map((text) => ({ text })) });

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
