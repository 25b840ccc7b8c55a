import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError } from "../errors.ts";
import type { RelatedEntity } from "./related.ts";
import type { RelationStep } from "./walk-graph.ts";

const alice = { userId: "alice" };

const toLine = ({ from, predicate, to }: RelationStep) => `${from} ${predicate} ${to}`;
const toLines = ({ entity, path }: RelatedEntity) => [entity, ...path.map(toLine)];

test("what a model relates is cleaned, bounded and stored with its fact", async () => {
  const relations = [
    { subject: "The user", predicate: "Works at", object: " Globex " },
    { subject: "user", predicate: "knows" },
    "rubbish",
    { subject: "user", predicate: "password", object: "ghp_0123456789abcdefghijklmnop" },
    { subject: "user", predicate: "is", object: "x".repeat(501) },
    ...Array.from({ length: 100 }, (_, index) => ({
      subject: "user",
      predicate: "met",
      object: `Ben ${index}`,
    })),
  ];
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User works at Globex", relations }] }] },
  });
  await memory.add("I work at Globex", alice);
  const [record] = (await memory.list(alice)).results;
  expect(record?.relations?.[0]).toEqual({
    subject: "user",
    predicate: "works_at",
    object: "Globex",
  });
  expect(record?.relations?.every(({ object }) => /^(?:Globex|Ben \d+)$/.test(object))).toBe(true);
  expect(record?.relations?.length).toBeLessThanOrEqual(20);
});

test("relations that are no list spoil no fact, and a text without any shows none", async () => {
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User likes tea", relations: "none" }] }] },
  });
  await memory.add("I like tea", alice);
  const [record] = (await memory.list(alice)).results;
  expect(record).toMatchObject({ memory: "User likes tea" });
  expect(record).not.toHaveProperty("relations");
});

test("a merged memory keeps what its text still says, and has what the fact adds", async () => {
  const merged = "User works at Globex with Ben";
  const { memory, model } = await openTestMemory();
  const tell = async (text: string, relations: readonly string[][], decide: object[]) => {
    const told = relations.map(([subject, predicate, object]) => ({ subject, predicate, object }));
    model.follow({
      record_facts: [{ facts: [{ text, relations: told }] }],
      decide: [{ decisions: decide }],
    });
    await memory.add(text, alice);
  };
  await tell(
    "User works at Globex near Rome",
    [
      ["user", "works_at", "Globex"],
      ["Globex", "near", "Rome"],
    ],
    [],
  );
  await tell(
    "User works at Globex with Ben",
    [["user", "works_with", "Ben"]],
    [{ fact: 1, operation: "UPDATE", target: "m1", text: merged, reason: "more" }],
  );
  const { results } = await memory.list(alice);
  expect(results).toHaveLength(1);
  expect(results[0]?.relations).toEqual([
    { subject: "user", predicate: "works_with", object: "Ben" },
    { subject: "user", predicate: "works_at", object: "Globex" },
  ]);
});

test("another text by hand has its own relations, other metadata change none", async () => {
  const { memory } = await openTestMemory();
  const { id } = await memory.put("Anna works at Globex.", alice);
  await memory.update(id, { metadata: { seen: true } }, alice);
  expect((await memory.get(id, alice))?.relations?.[0]?.object).toBe("Globex");
  await memory.update(id, { text: "Anna works at Initech." }, alice);
  expect((await memory.get(id, alice))?.relations).toEqual([
    { subject: "Anna", predicate: "works_at", object: "Initech" },
  ]);
});

test("related says who has to do with an entity, nearest and newest first, and how", async () => {
  const { memory } = await openTestMemory();
  await memory.put("User's sister is Anna Berg.", alice);
  await memory.put("Anna works at Globex.", alice);
  await memory.put("Tom manages Globex.", alice);
  await memory.put("User is vegetarian.", alice);
  const { results } = await memory.related("ANNA", { ...alice, hops: 2 });
  expect(results.map(toLines)).toEqual([
    ["Globex", "Anna Berg works_at Globex"],
    ["user", "user sister Anna Berg"],
    ["Tom", "Anna Berg works_at Globex", "Tom manages Globex"],
  ]);
  expect(results[0]?.path[0]?.memory.memory).toBe("Anna works at Globex.");
  expect((await memory.related("Anna", { ...alice, limit: 1 })).results).toHaveLength(1);
  expect((await memory.related("my sister", alice)).results).toHaveLength(2);
});

test("path is the shortest chain between two entities", async () => {
  const { memory } = await openTestMemory();
  await memory.put("My sister is Anna.", alice);
  await memory.put("Anna works at Globex.", alice);
  await memory.put("Tom manages Globex.", alice);
  const { path } = await memory.path("me", "Tom", alice);
  expect(path.map(toLine)).toEqual([
    "user sister Anna",
    "Anna works_at Globex",
    "Tom manages Globex",
  ]);
  expect((await memory.path("me", "Tom", { ...alice, maxHops: 2 })).path).toEqual([]);
  expect((await memory.path("Tom", "Tom", alice)).path).toEqual([]);
});

test("unknown entities, and those of others, have no relations and no paths", async () => {
  const { memory } = await openTestMemory();
  await memory.put("Anna works at Globex.", { userId: "bob" });
  expect(await memory.related("Anna", alice)).toEqual({ results: [] });
  expect(await memory.path("Anna", "Globex", alice)).toEqual({ path: [] });
  expect((await memory.path("Anna", "Globex", { userId: "bob" })).path).toHaveLength(1);
});

test("what was superseded relates nobody now, and did then", async () => {
  const { memory, model } = await openTestMemory();
  for (const [company, at] of [
    ["Initech", "2024-01-01"],
    ["Globex", "2025-01-01"],
  ] as const) {
    const fact = {
      text: `Anna works at ${company}`,
      subject: "Anna",
      attribute: "employer",
      value: company,
      cardinality: "one",
      validFrom: at,
    };
    model.follow({ record_facts: [{ facts: [fact] }] });
    await memory.add(fact.text, alice);
  }
  const employers = async (asOf?: Date) =>
    (await memory.related("Anna", { ...alice, asOf })).results.map(({ entity }) => entity);
  expect(await employers()).toEqual(["Globex"]);
  expect(await employers(new Date("2024-06-01"))).toEqual(["Initech"]);
  expect(await employers(new Date("2023-06-01"))).toEqual([]);
});

test("in a scope too large to be read whole, relations are looked up by name", async () => {
  const { memory } = await openTestMemory();
  const old = { ...alice, at: new Date("2020-01-01T00:00:00Z") };
  await memory.put("Anna works at Globex.", old);
  await memory.put("Tom manages Globex.", old);
  const texts = Array.from({ length: 1_000 }, (_, index) => `Note ${index} says nothing.`);
  await memory.import(JSON.stringify(texts), { scope: alice });
  expect((await memory.path("Anna", "Tom", alice)).path.map(toLine)).toEqual([
    "Anna works_at Globex",
    "Tom manages Globex",
  ]);
});

test("blank names and counts that are none are refused", async () => {
  const { memory } = await openTestMemory();
  await expect(memory.related(" ", alice)).rejects.toThrow(InvalidInputError);
  await expect(memory.related("Anna", { ...alice, hops: 0 })).rejects.toThrow(InvalidInputError);
  await expect(memory.path("Anna", "", alice)).rejects.toThrow(InvalidInputError);
});

test("a search of a large scope goes on by the names that it comes to", async () => {
  const { memory } = await openTestMemory();
  await memory.put("My sister is Anna.", alice);
  await memory.put("Anna works at Globex.", alice);
  await memory.put("Tom runs Globex.", alice);
  const texts = Array.from(
    { length: 600 },
    (_, index) => `My company note ${index} is on sisters.`,
  );
  await memory.import(JSON.stringify(texts), { scope: alice });
  const { results } = await memory.search("Who is the boss at Anna's company?", alice);
  expect(results.map((match) => match.memory)).toContain("Tom runs Globex.");
});
