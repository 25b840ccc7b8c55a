import { expect, test } from "vitest";
import { openTestMemory, START } from "../__fixtures__/open-test-memory.ts";
import { lexicalEmbedder } from "../models/lexical-embedder.ts";
import type { Memory } from "../memory.ts";
import type { ScriptedModel } from "../testing/scripted-model.ts";
import type { Acquaintances, RelationQuestion, ToldFact } from "./__fixtures__/acquaintances.ts";
import { carla } from "./__fixtures__/carla.ts";
import { daniel } from "./__fixtures__/daniel.ts";
import { maya } from "./__fixtures__/maya.ts";
import { nikos } from "./__fixtures__/nikos.ts";

const EVERYBODY = [maya, daniel, carla, nikos];

test("of sixty questions over two and three relations, nine in ten find their answer among the first five", async () => {
  const { memory, model } = await openTestMemory({ embedder: lexicalEmbedder() });
  for (const person of EVERYBODY) await tell(memory, model, person);

  const failed: string[] = [];
  for (const { userId, questions } of EVERYBODY) {
    for (const question of questions) {
      const { results } = await memory.search(question.ask, { userId });
      const found = results.map((match) => match.memory);
      if (!isAnswered(question, found)) {
        failed.push(`${userId}: ${question.ask} → ${question.answer}\n  ${found.join("\n  ")}`);
      }
    }
  }
  if (failed.length > 0) console.info(`Without their answer:\n${failed.join("\n")}`);
  expect(EVERYBODY.flatMap(({ questions }) => questions)).toHaveLength(60);
  expect(failed.length).toBeLessThanOrEqual(6);
}, 60_000);

async function tell(memory: Memory, model: ScriptedModel, { userId, told, facts }: Acquaintances) {
  for (const [day, fact] of facts.entries()) {
    // A day apart, so that no fact is found because it was told beside another.
    const at = new Date(START.getTime() + day * 86_400_000);
    if (told === "put") {
      await memory.put(fact.text, { userId, at });
    } else {
      model.follow({ record_facts: [{ facts: [toAnswer(fact)] }] });
      await memory.add(fact.text, { userId, at });
    }
  }
}

function toAnswer({ relations, ...fact }: ToldFact) {
  return {
    ...fact,
    ...(relations && {
      relations: relations.map(([subject, predicate, object]) => ({ subject, predicate, object })),
    }),
  };
}

function isAnswered({ answer, outdated }: RelationQuestion, found: readonly string[]): boolean {
  const at = found.findIndex((memory) => memory.includes(answer));
  const before = at === -1 ? [] : found.slice(0, at);
  return at !== -1 && !(outdated && before.some((memory) => memory.includes(outdated)));
}
