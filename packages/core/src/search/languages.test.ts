import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { lexicalEmbedder } from "../models/lexical-embedder.ts";
import LANGUAGES from "./__fixtures__/languages.json" with { type: "json" };

/** Asks for everything in one language; what was asked, what was wanted, and what was found. */
async function ask(language: string, entries: readonly { fact: string; question?: string }[]) {
  const { memory } = await openTestMemory({ embedder: lexicalEmbedder() });
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
  const answers = [];
  for (const [language, entries] of Object.entries(LANGUAGES)) {
    answers.push(...(await ask(language, entries)));
  }
  const missed = answers.filter(({ fact, found }) => !found.includes(fact));
  expect(answers).toHaveLength(200);
  expect(missed.length, JSON.stringify(missed, undefined, 2)).toBeLessThanOrEqual(10);
});
