import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError } from "../errors.ts";
import { alice, movedMemory } from "./__fixtures__/moved-memory.ts";
import type { MemoryPatch } from "./update.ts";

const bob = { userId: "bob" };

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

test("an abort leaves no exchange without the memory that came of it", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  let ids = 0;
  // The first id is that of the exchange, the second that of the memory.
  const newId = () => {
    ids += 1;
    if (ids === 2) controller.abort();
    return `id-${ids}`;
  };
  const { memory } = await openTestMemory({ newId });
  const options = { ...alice, source: "I like tea", signal };
  expect(await memory.put("User likes tea", options)).toMatchObject({ event: "ADD" });
  await expect(memory.put("User likes milk", options)).rejects.toBe(signal.reason);
  expect(await memory.count(alice)).toBe(1);
  expect((await memory.episodes(alice)).results).toHaveLength(1);
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
