import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, MemoryNotFoundError } from "../errors.ts";
import type { MemoryPatch } from "./update.ts";

const alice = { userId: "alice" };
const bob = { userId: "bob" };

/** A memory in which Berlin gave way to Amsterdam, and vegetarian was refined. */
async function movedMemory() {
  const opened = await openTestMemory({
    script: {
      record_facts: [
        { facts: [{ text: "User lives in Berlin" }, { text: "User is vegetarian" }] },
        {
          facts: [
            { text: "User lives in Amsterdam" },
            { text: "User is vegetarian and eats fish" },
          ],
        },
      ],
      decide: [
        {
          decisions: [
            { fact: 1, operation: "DELETE", target: "m1", reason: "moved" },
            { fact: 2, operation: "UPDATE", target: "m2", reason: "eats fish now" },
          ],
        },
      ],
    },
  });
  const before = await opened.memory.add("Berlin, vegetarian", alice);
  const after = await opened.memory.add("Amsterdam, and fish", alice);
  return { ...opened, before, after };
}

type Opened = Awaited<ReturnType<typeof movedMemory>>;

async function textsOf({ memory }: Pick<Opened, "memory">): Promise<string[]> {
  return (await memory.list(alice)).results.map((record) => record.memory).toSorted();
}

test("put stores a text as it is, with a person's trust, and asks no model", async () => {
  const { memory, model } = await openTestMemory();
  const at = new Date("2026-01-05T00:00:00Z");
  const change = await memory.put("  Prefers window seats  ", {
    ...alice,
    kind: "preference",
    metadata: { from: "form" },
    at,
    pinned: true,
  });
  expect(change).toMatchObject({ event: "ADD", memory: "Prefers window seats", version: 1 });
  expect(await memory.get(change.id, alice)).toMatchObject({
    kind: "preference",
    origin: "person",
    pinned: true,
    validFrom: at,
    metadata: { from: "form" },
    episodeIds: [],
  });
  expect(model.requests).toEqual([]);
});

test("put keeps the exchange that the text came from as a processed episode", async () => {
  const { memory } = await openTestMemory();
  const { id } = await memory.put("User likes tea", { ...alice, source: "I like tea, you know" });
  const { results } = await memory.episodes(alice);
  expect(results).toMatchObject([
    {
      status: "processed",
      messages: [{ role: "user", content: "I like tea, you know" }],
      derived: [id],
    },
  ]);
});

test("update makes a version: other words hold from now on and are a person's", async () => {
  const { memory, before } = await movedMemory();
  const diet = before.results[1]?.id ?? "";
  const change = await memory.update(diet, { text: "User eats everything" }, alice);
  expect(change).toMatchObject({
    event: "UPDATE",
    id: diet,
    memory: "User eats everything",
    previousMemory: "User is vegetarian and eats fish",
    version: 3,
  });
  const { results } = await memory.history(diet, alice);
  expect(results.map(({ operation, actor, origin }) => [operation, actor, origin])).toEqual([
    ["ADD", "rule", "user"],
    ["UPDATE", "model", "user"],
    ["UPDATE", "person", "person"],
  ]);
  expect(results[1]?.validTo).toEqual(results[2]?.validFrom);
});

test("update of metadata keeps words, time and origin, and takes the place of the old metadata", async () => {
  const { memory } = await openTestMemory();
  const at = new Date("2026-01-05T00:00:00Z");
  const { id } = await memory.put("User likes tea", { ...alice, at, metadata: { a: 1, b: 1 } });
  await memory.update(id, { metadata: { b: 2 }, pinned: true }, alice);
  expect(await memory.get(id, alice)).toMatchObject({
    memory: "User likes tea",
    version: 2,
    validFrom: at,
    pinned: true,
    metadata: { b: 2 },
  });
  // The first version was never true by itself: no moment has two.
  const { results } = await memory.search("tea", {
    ...alice,
    asOf: new Date("2026-02-01T00:00:00Z"),
  });
  expect(results).toMatchObject([{ version: 2 }]);
});

test("delete retracts, undo brings back", async () => {
  const { memory } = await openTestMemory();
  const { id } = await memory.put("User likes tea", alice);
  const change = await memory.delete(id, alice);
  expect(change).toMatchObject({ event: "DELETE", id, memory: "User likes tea", version: 2 });
  expect(change.supersededBy).toBeUndefined();
  expect(await memory.count(alice)).toBe(0);
  expect(await memory.get(id, alice)).toMatchObject({ status: "retracted" });

  const { results } = await memory.undo(change.decisionId, alice);
  expect(results).toMatchObject([{ event: "ADD", id, memory: "User likes tea", version: 3 }]);
  expect((await memory.search("tea", alice)).results).toMatchObject([{ id, status: "current" }]);
});

test("deleteAll takes exactly the given ids, with the subtree also the sessions, and can be undone", async () => {
  const { memory } = await openTestMemory();
  await memory.put("User likes tea", alice);
  await memory.put("User wants it short", { ...alice, sessionId: "s1" });
  await memory.put("Bob likes tea", bob);

  const { results } = await memory.deleteAll(alice);
  expect(results).toMatchObject([{ event: "DELETE", memory: "User likes tea" }]);
  expect(await memory.count({ ...alice, include: "subtree" })).toBe(1);

  const all = await memory.deleteAll({ ...alice, include: "subtree" });
  expect(all.results).toHaveLength(1);
  expect(await memory.count({ ...alice, include: "subtree" })).toBe(0);
  expect(await memory.count(bob)).toBe(1);
  expect(await memory.deleteAll(alice)).toMatchObject({ results: [] });

  await memory.undo(all.report.id, alice);
  await memory.undo(results[0]?.decisionId ?? "", alice);
  expect(await memory.count({ ...alice, include: "subtree" })).toBe(2);
});

test("undo of one decision takes back that one", async () => {
  const { after, ...opened } = await movedMemory();
  const { memory } = opened;
  const [moved] = after.results;
  const { results, report } = await memory.undo(moved?.decisionId ?? "", alice);
  expect(results).toMatchObject([
    {
      event: "DELETE",
      id: moved?.supersededBy,
      memory: "User lives in Berlin",
      previousMemory: "User lives in Amsterdam",
      supersededBy: moved?.id,
    },
  ]);
  expect(report.decisions).toMatchObject([
    { actor: "person", reason: `undo of ${moved?.decisionId}` },
  ]);
  expect(await textsOf(opened)).toEqual([
    "User is vegetarian and eats fish",
    "User lives in Berlin",
  ]);
  expect(await memory.get(moved?.id ?? "", alice)).toMatchObject({ status: "current", version: 2 });
});

test("undo of a report takes back all of it, as if it had never been true", async () => {
  const { after, before, ...opened } = await movedMemory();
  const { memory } = opened;
  await memory.undo(after.report.id, alice);
  expect(await textsOf(opened)).toEqual(["User is vegetarian", "User lives in Berlin"]);
  const later = await memory.search("where does the user live", {
    ...alice,
    asOf: new Date("2026-06-01T00:00:00Z"),
  });
  expect(later.results[0]).toMatchObject({ memory: "User lives in Berlin", version: 2 });

  await memory.undo(before.report.id, alice).then(
    () => expect.unreachable("a later decision stands on it"),
    (error) => expect(error).toBeInstanceOf(InvalidInputError),
  );
});

test("an undo can be undone", async () => {
  const { after, ...opened } = await movedMemory();
  const { report } = await opened.memory.undo(after.report.id, alice);
  await opened.memory.undo(report.id, alice);
  expect(await textsOf(opened)).toEqual([
    "User is vegetarian and eats fish",
    "User lives in Amsterdam",
  ]);
});

test("undo of a first fact leaves nothing that was ever true", async () => {
  const { memory } = await openTestMemory();
  const at = new Date("2026-01-05T00:00:00Z");
  const { decisionId } = await memory.put("User likes tea", { ...alice, at });
  await memory.undo(decisionId, alice);
  expect(await memory.count(alice)).toBe(0);
  const then = await memory.search("tea", { ...alice, asOf: new Date("2026-02-01T00:00:00Z") });
  expect(then.results).toEqual([]);
});

test("undo of a decision that changed nothing does nothing; of an unknown one it throws", async () => {
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User is rich", quote: "never said" }] }] },
  });
  const { report } = await memory.add("Hello", alice);
  const [refused] = report.decisions;
  expect(await memory.undo(refused?.id ?? "", alice)).toMatchObject({ results: [] });
  await expect(memory.undo(refused?.id ?? "", bob)).rejects.toBeInstanceOf(MemoryNotFoundError);
  await expect(memory.undo("unknown", alice)).rejects.toBeInstanceOf(MemoryNotFoundError);
});

test("restore makes an earlier version current, in the place of what took its place", async () => {
  const { before, after, ...opened } = await movedMemory();
  const { memory } = opened;
  const [berlin, diet] = before.results;
  const change = await memory.restore(diet?.id ?? "", 1, alice);
  expect(change).toMatchObject({
    event: "UPDATE",
    id: diet?.id,
    memory: "User is vegetarian",
    version: 3,
  });
  const back = await memory.restore(berlin?.id ?? "", 1, alice);
  expect(back).toMatchObject({
    event: "DELETE",
    id: after.results[0]?.supersededBy,
    supersededBy: berlin?.id,
  });
  expect(await textsOf(opened)).toEqual(["User is vegetarian", "User lives in Berlin"]);
});

test("restore refuses versions that there are not, or that are current or retractions", async () => {
  const { memory } = await openTestMemory();
  const { id } = await memory.put("User likes tea", alice);
  await expect(memory.restore(id, 1, alice)).rejects.toThrow("is current");
  await expect(memory.restore(id, 9, alice)).rejects.toThrow("no version 9");
  await memory.delete(id, alice);
  await expect(memory.restore(id, 2, alice)).rejects.toThrow("is retracted");
  await expect(memory.restore(id, 1, alice)).resolves.toMatchObject({ event: "ADD", version: 3 });
  await expect(memory.restore("unknown", 1, alice)).rejects.toBeInstanceOf(MemoryNotFoundError);
});

test("what is no longer current is changed by restore only", async () => {
  const { memory, before } = await movedMemory();
  const berlin = before.results[0]?.id ?? "";
  await expect(memory.update(berlin, { text: "x" }, alice)).rejects.toThrow("superseded by");
  await expect(memory.delete(berlin, alice)).rejects.toThrow("restore()");
});

test("what all users of an agent share is not changed in one user's name", async () => {
  const { memory } = await openTestMemory();
  const { id, decisionId } = await memory.put("The shop closes at six", { agentId: "shop" });
  const scope = { ...alice, agentId: "shop" };
  expect(await memory.get(id, scope)).toMatchObject({ memory: "The shop closes at six" });
  await expect(memory.update(id, { text: "At nine" }, scope)).rejects.toThrow(
    "shared by all users",
  );
  await expect(memory.delete(id, scope)).rejects.toThrow("shared by all users");
  await expect(memory.undo(decisionId, scope)).rejects.toThrow("shared by all users");
  await memory.update(id, { text: "At nine" }, { agentId: "shop" });
});

test("an edit that comes between another memory's look and write is not lost", async () => {
  const { memory, reopen } = await openTestMemory();
  const other = reopen();
  const { id } = await memory.put("User likes tea", alice);
  await Promise.all(
    Array.from({ length: 6 }, async (_, index) =>
      (index % 2 === 0 ? memory : other).update(id, { metadata: { index } }, alice),
    ),
  );
  const { results } = await memory.history(id, alice);
  expect(results.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(results.filter(({ status }) => status === "current")).toHaveLength(1);
});

test.each([
  ["blank text", { text: " " }],
  ["text of the wrong type", { text: 5 }],
  ["nothing to change", {}],
  ["metadata that is no object", { metadata: ["a"] }],
  ["metadata too large", { metadata: { a: "x".repeat(40_000) } }],
  ["a date that is none", { expiresAt: new Date("never") }],
  ["pinned of the wrong type", { pinned: "yes" }],
])("update refuses %s", async (_, patch) => {
  const { memory } = await openTestMemory();
  const { id } = await memory.put("User likes tea", alice);
  await expect(memory.update(id, patch as MemoryPatch, alice)).rejects.toBeInstanceOf(
    InvalidInputError,
  );
});
