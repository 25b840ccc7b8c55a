import { openTestMemory, type TestMemory } from "../../__fixtures__/open-test-memory.ts";
import type { Decision } from "../../record.ts";

export const alice = { userId: "alice" };
export const berlin = { text: "User lives in Berlin" };
export const amsterdam = { text: "User lives in Amsterdam" };

/** A memory that knows one fact, and is then told another, which the judge decides on as given. */
export async function contradict(
  first: Record<string, unknown>,
  second: Record<string, unknown>,
  verdict: Record<string, unknown>,
) {
  const opened = await openTestMemory({
    script: {
      record_facts: [{ facts: [first] }, { facts: [second] }],
      decide: [{ decisions: [verdict] }],
    },
  });
  const { memory } = opened;
  const [before] = (await memory.add("I live in Berlin", alice)).results;
  const result = await memory.add("I live in Amsterdam", alice);
  return { ...opened, before, ...result, decision: result.report.decisions[0] as Decision };
}

/** What is remembered of Alice now, in alphabetical order. */
export async function currentTexts({ memory }: Pick<TestMemory, "memory">): Promise<string[]> {
  const { results } = await memory.list(alice);
  return results.map((record) => record.memory).toSorted();
}
