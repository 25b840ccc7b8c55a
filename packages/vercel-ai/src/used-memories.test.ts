import { expect, test } from "vitest";
import { usedMemories } from "./used-memories.ts";

const memories = [
  { id: "1", score: 0.8 },
  { id: "2", score: 0.4 },
];

test("the used memories are those in the provider's metadata", () => {
  expect(usedMemories({ providerMetadata: { openai: {}, palimpsest: { memories } } })).toEqual(
    memories,
  );
});

test.each([
  ["no metadata", {}],
  ["metadata of others", { providerMetadata: { openai: { cached: 3 } } }],
  ["null", { providerMetadata: null }],
  ["null in our place", { providerMetadata: { palimpsest: null } }],
  ["another shape", { providerMetadata: { palimpsest: { memories: "two" } } }],
])("nothing was used where there is %s", (_, source) => {
  expect(usedMemories(source)).toEqual([]);
});

test("what came back from a client is read with care", () => {
  const tampered = [null, "1", { id: 1, score: 1 }, { id: "1" }, memories[0]];
  expect(usedMemories({ providerMetadata: { palimpsest: { memories: tampered } } })).toEqual([
    memories[0],
  ]);
});
