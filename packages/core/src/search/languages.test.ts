import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import type { Memory } from "../memory.ts";
import { lexicalEmbedder } from "../models/lexical-embedder.ts";
import LANGUAGES from "./__fixtures__/languages.json" with { type: "json" };

interface Entry {
  fact: string;
  question?: string;
}

/** Asks one user of a language for what is remembered: each question with what was found. */
async function ask(memory: Memory, [language, entries]: [string, readonly Entry[]]) {
  const user = { userId: language };
  await Promise.all(entries.map(({ fact }) => memory.put(fact, user)));
  const asked = entries.flatMap(({ fact, question }) => (question ? [{ fact, question }] : []));
  return Promise.all(
    asked.map(async ({ fact, question }) => {
      const { results } = await memory.search(question, { ...user, limit: 3 });
      return { question, fact, found: results.map((match) => match.memory) };
    }),
  );
}

test("at least 95 % of 200 questions in ten languages find their fact among the first three", async () => {
  const { memory } = await openTestMemory({ embedder: lexicalEmbedder() });
  const users: [string, readonly Entry[]][] = Object.entries(LANGUAGES);
  const answers = (await Promise.all(users.map((user) => ask(memory, user)))).flat();
  const missed = answers.filter(({ fact, found }) => !found.includes(fact));
  expect(answers).toHaveLength(200);
  // Compared as a list, so that a failure shows what was asked and what was found.
  expect(missed.length <= 10 ? [] : missed).toEqual([]);
});
