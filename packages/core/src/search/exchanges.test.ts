import { describe, expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { lexicalEmbedder } from "../models/lexical-embedder.ts";

const alice = { userId: "alice" };

/** A memory that is told things, of which its model keeps only those about tea. */
async function memoryThatKeepsLittle() {
  const { memory, model } = await openTestMemory({ embedder: lexicalEmbedder() });
  const tell = async (text: string, scope: object = {}) => {
    const facts = text.includes("tea") ? [{ text: "User likes tea" }] : [];
    model.follow({ record_facts: [{ facts }] });
    await memory.add(text, { ...alice, ...scope });
  };
  await tell("I like tea.");
  await tell("The plumber left the spare key of the boiler room under the blue flowerpot.");
  return { memory, tell };
}

test("what no memory answers is answered by the exchange in which it was said", async () => {
  const { memory } = await memoryThatKeepsLittle();
  const { results, exchanges } = await memory.search("where is the key of the boiler room", alice);
  expect(results).toEqual([]);
  expect(exchanges).toMatchObject([
    { excerpt: "The plumber left the spare key of the boiler room under the blue flowerpot." },
  ]);
  expect(exchanges?.[0]?.messages).toMatchObject([{ role: "user" }]);
  const block = await memory.context("where is the key of the boiler room", alice);
  expect(block).toContain("under the blue flowerpot");
});

test("what a memory answers needs no exchange, unless exchanges are asked for", async () => {
  const { memory } = await memoryThatKeepsLittle();
  expect(await memory.search("do I like tea", alice)).not.toHaveProperty("exchanges");
  const asked = await memory.search("do I like tea", { ...alice, include: "exchanges" });
  expect(asked.exchanges?.[0]?.excerpt).toBe("I like tea.");
});

test("an exchange is seen where a memory of its ids would be", async () => {
  const { memory, tell } = await memoryThatKeepsLittle();
  await tell("The alarm code of the cellar is 4711.", { sessionId: "s1" });
  const ask = async (scope: object) =>
    (await memory.search("alarm code of the cellar", { ...alice, ...scope })).exchanges?.length;
  expect(await ask({ sessionId: "s1" })).toBe(1);
  expect(await ask({ sessionId: "s2" })).toBeUndefined();
  expect(await ask({})).toBeUndefined();
  expect(await ask({ include: "subtree" })).toBe(1);
  expect(await ask({ userId: "bob", sessionId: "s1" })).toBeUndefined();
});

test("a long message is shown by the passage that matters", async () => {
  const { memory, tell } = await memoryThatKeepsLittle();
  const filler = "We talked about the weather and about nothing else of note. ".repeat(20);
  await tell(`${filler}The violin teacher is called Ottokar Brandl. ${filler}`);
  const { exchanges } = await memory.search("what is the violin teacher called", alice);
  expect(exchanges?.[0]?.excerpt).toMatch(/^The violin teacher is called Ottokar Brandl\./);
  expect(exchanges?.[0]?.excerpt.length).toBeLessThanOrEqual(300);
});

test("exchanges that were forgotten are found no more", async () => {
  const { memory } = await memoryThatKeepsLittle();
  const query = "where is the key of the boiler room";
  const { exchanges = [] } = await memory.search(query, alice);
  await memory.forget({ ...alice, episodeIds: exchanges.map(({ id }) => id) });
  expect(await memory.search(query, alice)).toEqual({ results: [] });
});

/** Somebody who lived in Berlin, and moved. */
async function memoryOfMover() {
  const { memory, model } = await openTestMemory({ embedder: lexicalEmbedder() });
  model.follow({ record_facts: [{ facts: [{ text: "User's home is in Mitte" }] }] });
  await memory.add("The flat with the squeaking parquet floor is mine.", alice);
  return { memory, model };
}

describe("an exchange whose memory holds no longer", () => {
  const query = "flat with the squeaking parquet floor";

  test("does not bring back what was superseded, unless exchanges are asked for", async () => {
    const { memory, model } = await memoryOfMover();
    model.follow({
      record_facts: [{ facts: [{ text: "User's home is in Amsterdam" }] }],
      decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
    });
    await memory.add("I have a houseboat now.", alice);
    expect(await memory.search(query, alice)).not.toHaveProperty("exchanges");
    expect(await memory.context(query, alice)).not.toContain("parquet");
    const asked = await memory.search(query, { ...alice, include: "exchanges" });
    expect(asked.exchanges?.[0]?.excerpt).toContain("parquet");
  });

  test("does not bring back what was deleted", async () => {
    const { memory } = await memoryOfMover();
    const { results } = await memory.list(alice);
    await memory.delete(results[0]?.id ?? "", alice);
    expect(await memory.search(query, alice)).toEqual({ results: [] });
  });
});

test("exchanges are of the time that is asked for", async () => {
  let now = new Date("2026-03-01");
  const { memory, model } = await openTestMemory({ embedder: lexicalEmbedder(), now: () => now });
  model.follow({ record_facts: [{ facts: [] }] });
  await memory.add("The tomatoes on the balcony are ripe.", {
    ...alice,
    at: new Date("2025-08-01"),
  });
  now = new Date("2026-04-01");
  const ask = async (time: object) =>
    (await memory.search("ripe tomatoes", { ...alice, ...time })).exchanges?.length;
  expect(await ask({})).toBe(1);
  expect(await ask({ asOf: new Date("2025-08-02") })).toBe(1);
  expect(await ask({ asOf: new Date("2025-07-31") })).toBeUndefined();
  expect(await ask({ knownAt: new Date("2026-03-02") })).toBe(1);
  expect(await ask({ knownAt: new Date("2026-02-28") })).toBeUndefined();
});

const inJune = () => new Date("2026-06-17");

test("of exchanges in the same words, that of the time which is asked for comes first", async () => {
  const { memory, model } = await openTestMemory({ embedder: lexicalEmbedder(), now: inJune });
  model.follow({ record_facts: [{ facts: [] }] });
  for (const month of ["03", "04", "05"]) {
    const at = new Date(`2026-${month}-10`);
    await memory.add(`The violin lesson of ${month} was hard.`, { ...alice, at });
  }
  const ask = async (query: string) =>
    (await memory.search(query, alice)).exchanges?.[0]?.at.toISOString().slice(0, 7);
  expect(await ask("How was the violin lesson in March?")).toBe("2026-03");
  expect(await ask("How was the violin lesson in April?")).toBe("2026-04");
  expect(await ask("How was the violin lesson two months ago?")).toBe("2026-04");
});

test("an exchange passes no filter of memories", async () => {
  const { memory } = await memoryThatKeepsLittle();
  const filters = { kind: "preference" };
  const asked = await memory.search("key of the boiler room", { ...alice, filters });
  expect(asked).toEqual({ results: [] });
});
