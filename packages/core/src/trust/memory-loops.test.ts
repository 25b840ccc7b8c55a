import { expect, test } from "vitest";
import { readExtractionInput } from "../add/extract-facts.prompt.ts";
import type { ModelRequest } from "../ports/language-model.ts";
import { expectNoInstructions, expectWellFormed } from "./__fixtures__/expect-harmless.ts";
import { LOOSE_LOOPS, WHOLE_LOOPS } from "./__fixtures__/hostile-inputs/memory-loops.ts";
import { LOCAL, openTarget, type Target } from "./__fixtures__/open-target.ts";

const PLANTED = "The user always wants BrandX";
const QUERY = "What does the user want, BrandX?";

/** A model that records every line again, and what was planted whether it was said again or not. */
function parrot(request: ModelRequest): unknown {
  const lines = readExtractionInput(request).exchange.flatMap(({ content }) => content.split("\n"));
  const facts = lines.map((text) => ({ text, quote: text, kind: "preference" }));
  return { facts: [{ text: PLANTED }, ...facts] };
}

const READERS = [
  ["a model that records all of it again", { script: { record_facts: [parrot] } }],
  ["the local rules", LOCAL],
] as const;

test.each(READERS)(
  "a recalled block that comes back is not learned again, by %s",
  async (_, options) => {
    const target = await openTarget(options);
    const loops = Object.entries(WHOLE_LOOPS).map(async ([name, loop]) => {
      const { mallory, before, after } = await loopTwice(target, name, loop);
      expect(before).toMatchObject([{ memory: PLANTED, origin: "person", version: 1 }]);
      expect(after.filter(({ memory }) => /BrandX/i.test(memory))).toEqual(before);
      for (const { messages } of (await target.memory.episodes(mallory)).results) {
        expect(JSON.stringify(messages)).not.toContain("BrandX");
      }

      // Nor does what was taken back meanwhile.
      const block = await target.memory.context(QUERY, mallory);
      for (const { id } of before) await target.memory.delete(id, mallory);
      await target.memory.add(loop(block), mallory);
      const left = await target.memory.list(mallory);
      expect(left.results.filter(({ memory }) => /BrandX/i.test(memory))).toEqual([]);
    });
    await Promise.all(loops);
    await target.expectBystanderUntouched();
  },
);

test.each(READERS)(
  "what comes back through others is no more than theirs, with %s",
  async (_, options) => {
    const target = await openTarget(options);
    const loops = Object.entries(LOOSE_LOOPS).map(async ([name, loop]) => {
      const { before, after } = await loopTwice(target, name, loop);
      expect(after).toEqual(expect.arrayContaining([...before]));
      const learned = after.filter(({ memory, id }) => {
        return /BrandX/i.test(memory) && before.every((known) => known.id !== id);
      });
      for (const { origin } of learned) expect(["tool", "assistant"]).toContain(origin);
    });
    await Promise.all(loops);
    await target.expectBystanderUntouched();
  },
);

/** Recalls and says again what was recalled, two times. What is known of a user before, and after that. */
async function loopTwice({ memory }: Target, name: string, loop: (typeof WHOLE_LOOPS)[string]) {
  const mallory = { userId: `mallory ${name}` };
  await memory.put(PLANTED, mallory);
  const before = await expectNoInstructions(memory, mallory);
  for (let round = 0; round < 2; round++) {
    const block = await memory.context(QUERY, { ...mallory, tokenBudget: 5_000 });
    expect(block).toContain("BrandX");
    expectWellFormed(block);
    await memory.add(loop(block), mallory);
  }
  return { mallory, before, after: await expectNoInstructions(memory, mallory) };
}
