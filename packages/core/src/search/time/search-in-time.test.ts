import { expect, test } from "vitest";
import { openTestMemory } from "../../__fixtures__/open-test-memory.ts";
import { InvalidInputError } from "../../errors.ts";
import { lexicalEmbedder } from "../../models/lexical-embedder.ts";

const alice = { userId: "alice" };
const day = (date: string) => new Date(`${date}T12:00:00Z`);
const asking = { ...alice, at: day("2026-06-17") };

/** Somebody who lived in Oslo until 2023, and lives in Rome since. */
async function openMoved() {
  let now = day("2020-01-01");
  const opened = await openTestMemory({ embedder: lexicalEmbedder(), now: () => now });
  const { id } = await opened.memory.put("User lives in Oslo", alice);
  now = day("2023-01-01");
  await opened.memory.update(id, { text: "User lives in Rome" }, alice);
  now = day("2026-06-17");
  return opened;
}

test("a plain question is answered with what is so, one about the past with what was, labelled", async () => {
  const { memory } = await openMoved();
  const plain = await memory.search("Where do I live?", asking);
  expect(plain.results).toMatchObject([{ memory: "User lives in Rome", status: "current" }]);
  const { results } = await memory.search("Where did I use to live?", asking);
  expect(results).toMatchObject([
    { memory: "User lives in Oslo", status: "superseded", validTo: day("2023-01-01") },
    { memory: "User lives in Rome", status: "current" },
  ]);
});

test("what was superseded reaches a prompt only when the question is about it", async () => {
  const { memory } = await openMoved();
  expect(await memory.context("Recommend a walk near where I live", alice)).not.toContain("Oslo");
  expect(await memory.context("Where did I live in 2021?", alice)).toContain("Oslo");
});

test("asOf is exact, whatever the question says", async () => {
  const { memory } = await openMoved();
  const question = "Where did I use to live?";
  const { results } = await memory.search(question, { ...asking, asOf: day("2024-01-01") });
  expect(results.map((match) => match.memory)).toEqual(["User lives in Rome"]);
});

test("only what was true in the time that is named is added to what is true now", async () => {
  const { memory } = await openMoved();
  const { results } = await memory.search("Where did I live in 2024?", asking);
  expect(results.map((match) => match.memory)).toEqual(["User lives in Rome"]);
});

test("words like last week count from the moment of asking, by default the store's clock", async () => {
  const { memory } = await openTestMemory({
    embedder: lexicalEmbedder(),
    now: () => day("2026-06-17"),
  });
  await memory.put("User repaired a bicycle", { ...alice, at: day("2026-06-10") });
  await memory.put("User baked bread", { ...alice, at: day("2026-01-07") });
  const find = async (options: object) => {
    const { results } = await memory.search("What did I do last week?", { ...alice, ...options });
    return results.map((match) => match.memory);
  };
  expect(await find({})).toEqual(["User repaired a bicycle"]);
  expect(await find({ at: day("2026-01-14") })).toEqual(["User baked bread"]);
  await expect(find({ at: "yesterday" })).rejects.toBeInstanceOf(InvalidInputError);
});

test("what began in a time is found among many that share more words with the question", async () => {
  const { memory } = await openTestMemory({ embedder: lexicalEmbedder() });
  for (let index = 0; index < 60; index++) {
    const at = day(`20${String(10 + (index % 12)).padStart(2, "0")}-03-01`);
    await memory.put(`User did something in June 2025, number ${index}`, {
      ...alice,
      at,
    });
  }
  await memory.put("User repaired a bicycle", { ...alice, at: day("2026-06-10") });
  const { results } = await memory.search("What did I do last week?", asking);
  expect(results.map((match) => match.memory)).toContain("User repaired a bicycle");
});

test("an event tells the time and is no answer", async () => {
  const { memory } = await openTestMemory({ embedder: lexicalEmbedder() });
  await memory.put("User bought a red bicycle", { ...alice, at: day("2024-02-01") });
  await memory.put("User celebrated the wedding with Jonas", { ...alice, at: day("2025-02-01") });
  await memory.put("User bought a blue bicycle", { ...alice, at: day("2026-02-01") });
  const first = async (question: string) =>
    (await memory.search(question, asking)).results[0]?.memory;
  expect(await first("Which bicycle did I buy after the wedding?")).toBe(
    "User bought a blue bicycle",
  );
  expect(await first("Which bicycle did I buy before the wedding?")).toBe(
    "User bought a red bicycle",
  );
  expect(await first("Which bicycle did I buy before the funeral?")).toBeDefined();
});

test("what lies between two events is found by them, and what lies right after one is near it", async () => {
  const { memory } = await openTestMemory({ embedder: lexicalEmbedder() });
  await memory.put("User bought a red bicycle", { ...alice, at: day("2023-02-01") });
  await memory.put("User celebrated the wedding with Jonas", { ...alice, at: day("2024-02-01") });
  await memory.put("User bought a blue bicycle", { ...alice, at: day("2024-12-01") });
  await memory.put("User won the race in Graz", { ...alice, at: day("2025-02-01") });
  await memory.put("User bought a green bicycle", { ...alice, at: day("2025-02-09") });
  const first = async (question: string) =>
    (await memory.search(question, asking)).results[0]?.memory;
  expect(await first("Which bicycle did I buy between the wedding and the race?")).toBe(
    "User bought a blue bicycle",
  );
  expect(await first("Which bicycle did I buy shortly after the race?")).toBe(
    "User bought a green bicycle",
  );
});

test("a birthday is on its last return, and its weekend beside it", async () => {
  const { memory } = await openTestMemory({ embedder: lexicalEmbedder() });
  await memory.put("User's birthday is on 18 October", { ...alice, at: day("2020-06-01") });
  await memory.put("User danced at a surprise party", { ...alice, at: day("2025-10-18") });
  await memory.put("User climbed Glastonbury Tor", { ...alice, at: day("2025-10-19") });
  await memory.put("User baked bread", { ...alice, at: day("2025-11-23") });
  const found = async (question: string) =>
    (await memory.search(question, { ...asking, limit: 2 })).results.map((match) => match.memory);
  expect((await found("What did I do on my birthday?"))[0]).toBe("User danced at a surprise party");
  expect((await found("What did I do on my birthday weekend?")).toSorted()).toEqual([
    "User climbed Glastonbury Tor",
    "User danced at a surprise party",
  ]);
});
