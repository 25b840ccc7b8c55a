import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, MemoryNotFoundError } from "../errors.ts";
import type { Memory } from "../memory.ts";
import type { Filters } from "./filters.ts";

const alice = { userId: "alice" };

async function textsOf(memory: Memory, options: { filters?: Filters } = {}): Promise<string[]> {
  return (await memory.list({ ...options, ...alice })).results.map((record) => record.memory);
}

test("list gives pages in the order of creation, each memory once", async () => {
  const { memory } = await openTestMemory();
  const ids: string[] = [];
  for (let index = 0; index < 7; index++) ids.push((await memory.put(`Fact ${index}`, alice)).id);
  await memory.update(ids[0] ?? "", { text: "Fact 0, changed" }, alice);

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await memory.list({ ...alice, limit: 3, cursor });
    seen.push(...page.results.map((record) => record.memory));
    cursor = page.cursor;
  } while (cursor);
  expect(seen).toEqual(["Fact 0, changed", ...[1, 2, 3, 4, 5, 6].map((index) => `Fact ${index}`)]);
  expect(await memory.list({ ...alice, limit: 7 })).not.toHaveProperty("cursor");
});

test("list can include what was superseded, each memory in its last version", async () => {
  const { memory } = await openTestMemory();
  const kept = await memory.put("Kept", alice);
  const deleted = await memory.put("Deleted", alice);
  const undone = await memory.put("Undone", alice);
  await memory.update(kept.id, { text: "Kept, changed" }, alice);
  await memory.delete(deleted.id, alice);
  const { decisionId } = await memory.delete(undone.id, alice);
  await memory.undo(decisionId, alice);

  expect(await textsOf(memory)).toEqual(["Kept, changed", "Undone"]);
  for (const limit of [1, 2, 10]) {
    const all: [string, string, number][] = [];
    let cursor: string | undefined;
    do {
      const page = await memory.list({ ...alice, include: "superseded", limit, cursor });
      all.push(
        ...page.results.map((r): [string, string, number] => [r.memory, r.status, r.version]),
      );
      cursor = page.cursor;
    } while (cursor);
    expect(all).toEqual([
      ["Kept, changed", "current", 2],
      ["Deleted", "retracted", 2],
      ["Undone", "current", 3],
    ]);
  }
  expect(await memory.count({ ...alice, include: "superseded" })).toBe(3);
});

const RECORDS: [
  text: string,
  kind: "fact" | "preference",
  metadata: Record<string, string | number | boolean>,
][] = [
  ["A", "fact", { priority: 1, tag: "red", done: true }],
  ["B", "preference", { priority: 2, tag: "green" }],
  ["C", "fact", { priority: 3, kind: "meta", tag: "dark red" }],
  ["D", "preference", {}],
];

test.each([
  [{ priority: 2 }, "B"],
  [{ priority: { gte: 2 } }, "BC"],
  [{ priority: { gt: 1, lt: 3 } }, "B"],
  [{ priority: { lte: 1 } }, "A"],
  [{ priority: { ne: 1 } }, "BCD"],
  [{ tag: { in: ["red", "green"] } }, "AB"],
  [{ tag: { in: [] } }, ""],
  [{ tag: { contains: "red" } }, "AC"],
  [{ done: true }, "A"],
  [{ done: { eq: false } }, ""],
  [{ kind: "fact" }, "AC"],
  [{ "metadata.kind": "meta" }, "C"],
  [{ kind: "fact", priority: { gt: 1 } }, "C"],
  [{ OR: [{ priority: 1 }, { kind: "preference" }] }, "ABD"],
  [{ AND: [{ priority: { gte: 1 } }, { priority: { lte: 2 } }] }, "AB"],
  [{ NOT: { kind: "fact" } }, "BD"],
  [{ NOT: undefined, AND: undefined, priority: 2, tag: undefined }, "B"],
  [{ NOT: { OR: [{ tag: "red" }, { tag: "green" }] } }, "CD"],
  [{ OR: [] }, ""],
  [{ AND: [] }, "ABCD"],
  [{ priority: "1" }, ""],
  [{ toString: "x" }, ""],
  [{ __proto__x: { ne: 1 } }, "ABCD"],
  [{ recordedAt: { gt: new Date("2026-01-01") } }, "ABCD"],
  [{ recordedAt: { lt: "2026-01-01T00:00:00Z" } }, ""],
  [{ validFrom: { gte: "2026-03-01" }, memory: { in: ["A", "D"] } }, "AD"],
  [{ subject: "user" }, "ABCD"],
  [{ expiresAt: { ne: "2026-03-01" } }, "ABCD"],
] as [Filters, string][])("filters %j take %s", async (filters, expected) => {
  const { memory } = await openTestMemory();
  for (const [text, kind, metadata] of RECORDS)
    await memory.put(text, { ...alice, kind, metadata });
  expect((await textsOf(memory, { filters })).join("")).toBe(expected);
  expect(await memory.count({ ...alice, filters })).toBe(expected.length);
});

test.each([
  [{ a: { like: "x" } }],
  [{ a: {} }],
  [{ a: null }],
  [{ a: Number.NaN }],
  [{ a: { gt: [1] } }],
  [{ a: { in: "x" } }],
  [{ validFrom: "March 2026" }],
  [{ validFrom: { gte: 2026 } }],
  [{ expiresAt: { in: [new Date(0), "soon"] } }],
  [{ OR: { a: 1 } }],
  [{ NOT: 1 }],
  ["a = 1"],
  [[]],
])("filters %j are refused", async (filters) => {
  const { memory } = await openTestMemory();
  await expect(memory.list({ ...alice, filters: filters as Filters })).rejects.toBeInstanceOf(
    InvalidInputError,
  );
});

test("filters as deep as a stack are refused", async () => {
  const { memory } = await openTestMemory();
  let filters: Filters = { a: 1 };
  for (let depth = 0; depth < 10_000; depth++) filters = { NOT: filters };
  await expect(memory.count({ ...alice, filters })).rejects.toBeInstanceOf(InvalidInputError);
});

test("history shows both versions with operation, reason and both times", async () => {
  const { memory } = await openTestMemory({
    script: {
      record_facts: [
        { facts: [{ text: "User lives in Berlin" }] },
        { facts: [{ text: "User lives in Amsterdam", validFrom: "2026-03-09" }] },
      ],
      decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
    },
  });
  const at = new Date("2026-03-02T00:00:00Z");
  const [berlin] = (await memory.add("I live in Berlin", { ...alice, at })).results;
  const second = await memory.add("I moved to Amsterdam", alice);
  const amsterdam = second.results[0]?.supersededBy ?? "";

  const { results } = await memory.history(berlin?.id ?? "", alice);
  expect(results).toMatchObject([
    {
      id: berlin?.id,
      memory: "User lives in Berlin",
      status: "superseded",
      supersededBy: amsterdam,
      operation: "ADD",
      actor: "rule",
      validFrom: at,
      validTo: new Date("2026-03-09"),
    },
    {
      id: amsterdam,
      memory: "User lives in Amsterdam",
      status: "current",
      operation: "DELETE",
      reason: "moved",
      actor: "model",
      model: "testing/scripted",
      decisionId: second.results[0]?.decisionId,
      reportId: second.report.id,
      validFrom: new Date("2026-03-09"),
    },
  ]);
  expect(results[0]?.supersededAt).toEqual(results[1]?.recordedAt);
  expect(await memory.history(amsterdam, alice)).toEqual({ results });
});

test("by-id verbs with another user's scope find nothing", async () => {
  const { memory } = await openTestMemory();
  const { id, decisionId } = await memory.put("User likes tea", alice);
  for (const scope of [
    { userId: "bob" },
    { userId: "alic" },
    { agentId: "alice" },
    { userId: "*" },
  ]) {
    expect(await memory.get(id, scope)).toBeUndefined();
    const calls = [
      () => memory.history(id, scope),
      () => memory.update(id, { text: "x" }, scope),
      () => memory.delete(id, scope),
      () => memory.restore(id, 1, scope),
      () => memory.undo(decisionId, scope),
    ];
    for (const call of calls) await expect(call()).rejects.toBeInstanceOf(MemoryNotFoundError);
  }
  expect(await memory.get(id, { ...alice, agentId: "a", sessionId: "s" })).toMatchObject({
    version: 1,
  });
  expect(await memory.get("unknown", alice)).toBeUndefined();
});

test("episodes come in the order of recording, page by page, with what came of each", async () => {
  const { memory } = await openTestMemory({
    script: {
      record_facts: [
        { facts: [{ text: "User likes tea" }] },
        { facts: [{ text: "User has a cat" }] },
        { facts: [] },
      ],
    },
  });
  const reports = [];
  for (const text of ["tea", "cat", "hello"]) {
    reports.push(await memory.add(text, { ...alice, idempotencyKey: text }));
  }
  const first = await memory.episodes({ ...alice, limit: 2 });
  const second = await memory.episodes({ ...alice, limit: 2, cursor: first.cursor });
  expect(second).not.toHaveProperty("cursor");
  const all = [...first.results, ...second.results];
  expect(all.map(({ messages, derived }) => [messages[0]?.content, derived])).toEqual([
    ["tea", [reports[0]?.results[0]?.id]],
    ["cat", [reports[1]?.results[0]?.id]],
    ["hello", []],
  ]);
  const { results } = await memory.episodes({ ...alice, id: all[1]?.id });
  expect(results).toEqual([all[1]]);
  expect(await memory.episodes({ userId: "bob" })).toEqual({ results: [] });
});

test("the episodes of a session are the session's, and the user's with the subtree", async () => {
  const { memory } = await openTestMemory();
  await memory.add("hello", { ...alice, sessionId: "s1" });
  expect((await memory.episodes(alice)).results).toEqual([]);
  expect((await memory.episodes({ ...alice, sessionId: "s1" })).results).toHaveLength(1);
  expect((await memory.episodes({ ...alice, include: "subtree" })).results).toHaveLength(1);
});

test.each(["", "x", "W10", Buffer.from('["a","b","c"]').toString("base64url")])(
  "a cursor %j that no list gave is refused",
  async (cursor) => {
    const { memory } = await openTestMemory();
    await expect(memory.list({ ...alice, cursor })).rejects.toBeInstanceOf(InvalidInputError);
    await expect(memory.episodes({ ...alice, cursor })).rejects.toBeInstanceOf(InvalidInputError);
  },
);

test("info tells the models, the rows and what waits", async () => {
  const { memory, uri } = await openTestMemory();
  await memory.put("User likes tea", alice);
  const { tables, ...info } = await memory.info();
  expect(info).toEqual({
    uri,
    model: "testing/scripted",
    embedder: "testing/hash-64",
    dimensions: 64,
    defaults: "none",
    rows: { memories: 1, episodes: 0, sessions: 0, decisions: 1 },
    pending: 0,
    pendingBy: {},
    deadBy: {},
    circuits: [],
    dead: 0,
  });
  expect(tables.memories).toMatchObject({ fragments: 1, bytes: expect.any(Number) });
});
