import { expect, test } from "vitest";
import { lexicalEmbedder } from "../models/lexical-embedder.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { createWeighedMemory } from "./create-weighed-memory.ts";

const alice = { userId: "alice" };

test("a weight of 0 takes a signal out of the search, and leaves the store as it is", async () => {
  const options = {
    store: inMemoryStore(),
    embedder: { ...lexicalEmbedder(), similarityWeight: 0 },
  };
  await using usual = createWeighedMemory(options, {});
  await usual.put("User plays football", { ...alice, source: "Every Sunday I am on the pitch" });
  await usual.put("User collects stamps", { ...alice, at: new Date("2020-01-01") });
  await using deaf = createWeighedMemory(options, { said: 0, near: 0, beside: 0, around: 0 });

  const [best] = (await usual.search("Who is on the pitch?", alice)).results;
  expect(best?.memory).toBe("User plays football");
  expect((await deaf.search("Who is on the pitch?", alice)).results).toEqual([]);
  expect(await deaf.count(alice)).toBe(2);
});
