import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toSimilarity } from "../relevance.ts";
import { lexicalEmbedder } from "./lexical-embedder.ts";

const embedder = lexicalEmbedder();

async function cosine(a: string, b: string): Promise<number> {
  const [one = [], two = []] = await embedder.embed([a, b], { purpose: "document" });
  return Array.from(one).reduce((sum, value, index) => sum + value * (two[index] ?? 0), 0);
}

test("every text has one vector of length one, always the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      const [first, second] = await embedder.embed([text, text], { purpose: "document" });
      expect(first).toHaveLength(512);
      expect(Math.hypot(...(first ?? []))).toBeCloseTo(1, 5);
      expect(second).toEqual(first);
    }),
  );
});

test.each([
  ["where does the user live", "User lives in Berlin", "User likes jazz"],
  ["Can you suggest a restaurant?", "User is vegetarian", "User plays the violin"],
  ["What's her job?", "User works as a nurse", "User has a cat"],
  ["Wo wohnt sie?", "Nutzer wohnt in Bremen", "Nutzer mag Hunde"],
  ["¿Qué come?", "Usuario es vegetariano", "Usuario vive en Sevilla"],
  ["prefered langauge TypeScript", "User prefers TypeScript", "User prefers window seats"],
])("%s is nearer to %s than to %s", async (query, near, far) => {
  expect(await cosine(query, near)).toBeGreaterThan((await cosine(query, far)) + 0.1);
});

test.each([
  ["User lives in Berlin", "User likes jazz"],
  ["What is the capital of Peru?", "User is vegetarian"],
  ["quantum chromodynamics", "User has a dog named Rex"],
  ["How do I sort an array?", "Anna, the user's sister, is a vet"],
])("%s and %s are unrelated", async (a, b) => {
  expect(toSimilarity(await cosine(a, b), embedder)).toBeLessThan(0.1);
});

test("the same words in another order say nearly the same", async () => {
  const similarity = await cosine("User prefers tea to coffee", "to coffee prefers user tea");
  expect(toSimilarity(similarity, embedder)).toBeGreaterThan(0.85);
});
