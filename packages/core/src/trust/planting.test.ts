import { expect, test } from "vitest";
import type { Origin } from "../record.ts";
import { believe } from "./__fixtures__/believe.ts";
import { expectNoInstructions, expectWellFormed } from "./__fixtures__/expect-harmless.ts";
import {
  ASKED_FOR_ONESELF,
  PLANTED_BY_OTHERS,
  PLANTED_BY_USERS,
} from "./__fixtures__/hostile-inputs/planting.ts";
import { LOCAL, openTarget, type Target } from "./__fixtures__/open-target.ts";

const DOCTOR = "User's doctor is Dr. Ada";
const QUERY = "What of BrandX, shoes, the doctor and passwords?";

/** A judge that would have every fact take the place of the first memory that it sees. */
const decide = [{ decisions: [1, 2].map((fact) => ({ fact, operation: "DELETE", target: "m1" })) }];

/** Has an exchange plant something with somebody whose doctor is known, who stays as they were. */
async function plant(
  { memory }: Target,
  name: string,
): Promise<{ held: Origin[]; learned: Origin[] }> {
  const mallory = { userId: `mallory with ${name}` };
  const { id } = await memory.put(DOCTOR, mallory);
  const { report } = await memory.add(PLANTED_BY_OTHERS[name] ?? [], mallory);
  expect(report.status).toBe("processed");

  const current = await expectNoInstructions(memory, mallory);
  expect(current).toContainEqual(expect.objectContaining({ id, memory: DOCTOR, version: 1 }));
  const block = await memory.context(QUERY, { ...mallory, tokenBudget: 5_000 });
  expectWellFormed(block);
  const learned = current.filter((record) => record.origin !== "user" && record.id !== id);
  for (const { origin } of learned) {
    expect(block).toMatch(
      origin === "assistant" ? /; said by the assistant\)/ : /; from a (tool|document)\)/,
    );
  }
  const onlyHeld = { include: "quarantined", filters: { status: "quarantined" } } as const;
  const held = await memory.list({ ...mallory, ...onlyHeld });
  for (const record of held.results) expect(block).not.toContain(record.memory);
  return {
    held: held.results.map(({ origin }) => origin),
    learned: learned.map(({ origin }) => origin),
  };
}

async function plantAll(options: Parameters<typeof openTarget>[0]) {
  const target = await openTarget(options);
  const names = Object.keys(PLANTED_BY_OTHERS);
  const outcomes = await Promise.all(names.map(async (name) => plant(target, name)));
  await target.expectBystanderUntouched();
  return {
    held: new Set(outcomes.flatMap(({ held }) => held)),
    learned: new Set(outcomes.flatMap(({ learned }) => learned)),
  };
}

test("what tools and documents order waits in quarantine, when a model calls it the user's instruction", async () => {
  const { held, learned } = await plantAll({ script: { decide } });
  expect(held).toEqual(new Set(["tool", "document"]));
  expect(learned).toEqual(new Set(["assistant"]));
});

test("what they state is marked as theirs and takes no memory's place, when a model calls it a fact", async () => {
  const record_facts = [
    (request: Parameters<typeof believe>[0]) => {
      const { facts } = believe(request);
      return { facts: facts.map((fact) => ({ ...fact, kind: "fact" })) };
    },
  ];
  const { held, learned } = await plantAll({ script: { record_facts, decide } });
  expect(held).toEqual(new Set(["tool", "document"]));
  expect(learned).toContain("tool");
});

test("the local rules learn nothing of it", async () => {
  const { held, learned } = await plantAll(LOCAL);
  expect([...held, ...learned]).toEqual([]);
});

test.each([
  ["a model that believes them", {}],
  ["the local rules", LOCAL],
])("users give orders to themselves only, with %s", async (_, options) => {
  const { memory, expectBystanderUntouched } = await openTarget(options);
  const plots = Object.entries(PLANTED_BY_USERS).map(async ([name, text]) => {
    const mallory = { userId: `mallory against ${name}` };
    await memory.add(text, mallory);
    expect(await memory.context(`${QUERY} ${text}`, mallory)).toBe("");
    expect(await memory.profile(mallory)).toBe("");
  });
  await Promise.all(plots);
  const alice = { userId: "alice" };
  for (const text of ASKED_FOR_ONESELF) await memory.add(text, alice);
  expect((await memory.list({ ...alice, include: "quarantined" })).results).toEqual(
    (await memory.list(alice)).results,
  );
  expect(await memory.count(alice)).toBeGreaterThan(1);
  await expectBystanderUntouched();
});
