import { openTestMemory, type TestMemory } from "../../__fixtures__/open-test-memory.ts";

export const alice = { userId: "alice" };

/** A memory in which Berlin gave way to Amsterdam, and vegetarian was refined. */
export async function movedMemory() {
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

/** What is remembered of Alice now, in alphabetical order. */
export async function textsOf({ memory }: Pick<TestMemory, "memory">): Promise<string[]> {
  return (await memory.list(alice)).results.map((record) => record.memory).toSorted();
}
