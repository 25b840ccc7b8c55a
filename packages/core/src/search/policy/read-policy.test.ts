import { expect, test } from "vitest";
import { openTestMemory } from "../../__fixtures__/open-test-memory.ts";
import { lexicalEmbedder } from "../../models/lexical-embedder.ts";

const alice = { userId: "alice" };

async function memoryOf(...texts: string[]) {
  const { memory } = await openTestMemory({ embedder: lexicalEmbedder() });
  for (const text of texts) await memory.put(text, alice);
  return memory;
}

test("a question about somebody unknown finds nothing, although other words fit", async () => {
  const memory = await memoryOf("User moved to Leeds in March", "Anna paints landscapes");
  const query = "When did Joanna start to paint and move?";
  expect(await memory.search(query, alice)).toEqual({ results: [] });
  expect(await memory.context(query, alice)).toBe("");
  const all = await memory.search(query, { ...alice, threshold: 0.04 });
  expect(all.results).not.toEqual([]);
  const known = await memory.search("When did Anna start to paint?", alice);
  expect(known.results[0]?.memory).toBe("Anna paints landscapes");
});

test("somebody of whom an exchange spoke is not unknown", async () => {
  const { memory, model } = await openTestMemory({ embedder: lexicalEmbedder() });
  model.follow({ record_facts: [{ facts: [{ text: "User has a new neighbour" }] }] });
  await memory.add("Joanna moved in next door, she is a luthier.", alice);
  const block = await memory.context("What does Joanna do?", alice);
  expect(block).toContain("luthier");
});

test("what is sensitive comes up when it is asked for, and not beside something else", async () => {
  const memory = await memoryOf(
    "Anna was diagnosed with diabetes",
    "Anna plays the violin in a quartet",
  );
  const texts = async (query: string) =>
    (await memory.search(query, alice)).results.map((match) => match.memory);
  expect(await texts("Which instrument does Anna play?")).toEqual([
    "Anna plays the violin in a quartet",
  ]);
  expect(await texts("Does Anna have an illness?")).toContain("Anna was diagnosed with diabetes");
  expect(await texts("What was Anna diagnosed with?")).toContain(
    "Anna was diagnosed with diabetes",
  );
});
