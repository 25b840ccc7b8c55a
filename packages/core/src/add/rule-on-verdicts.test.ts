import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { alice, amsterdam, berlin, contradict, currentTexts } from "./__fixtures__/contradict.ts";

test("a handle that was never shown is refused, not guessed", async () => {
  const { decision, results, ...opened } = await contradict(berlin, amsterdam, {
    fact: 1,
    operation: "DELETE",
    target: "m7",
  });
  expect(decision).toMatchObject({
    operation: "REJECTED",
    proposed: "DELETE",
    fact: "User lives in Amsterdam",
    actor: "rule",
    reason: expect.stringContaining("m7"),
  });
  expect(results).toEqual([]);
  expect(await currentTexts(opened)).toEqual(["User lives in Berlin"]);
});

test("a real memory id in place of a handle is refused", async () => {
  const { memory } = await openTestMemory({
    script: {
      record_facts: [{ facts: [berlin] }, { facts: [amsterdam] }],
      decide: [
        async () => {
          const { results } = await memory.list(alice);
          return { decisions: [{ fact: 1, operation: "DELETE", target: results[0]?.id }] };
        },
      ],
    },
  });
  await memory.add("I live in Berlin", alice);
  const { report } = await memory.add("I live in Amsterdam", alice);
  expect(report.decisions).toMatchObject([{ operation: "REJECTED" }]);
});

test("a NOOP whose value differs from its target's is not a NOOP", async () => {
  const home = { attribute: "home", cardinality: "one" };
  const { decision, results } = await contradict(
    { ...berlin, ...home, value: "Berlin" },
    { ...amsterdam, ...home, value: "Amsterdam" },
    { fact: 1, operation: "NOOP", target: "m1", reason: "known" },
  );
  expect(decision).toMatchObject({ operation: "DELETE", proposed: "NOOP", actor: "rule" });
  expect(results).toMatchObject([{ event: "DELETE", memory: "User lives in Amsterdam" }]);
});

test("a NOOP with another value of a property of many values adds it", async () => {
  const { decision, ...opened } = await contradict(
    { text: "User likes tea", attribute: "likes", value: "tea" },
    { text: "User likes green tea", attribute: "likes", value: "green tea" },
    { fact: 1, operation: "NOOP", target: "m1" },
  );
  expect(decision).toMatchObject({ operation: "ADD", proposed: "NOOP" });
  expect(await currentTexts(opened)).toEqual(["User likes green tea", "User likes tea"]);
});

test("of a property with one value the newest wins, whatever the model says", async () => {
  const home = { attribute: "home", cardinality: "one" };
  const { decision, before, ...opened } = await contradict(
    { ...berlin, ...home, value: "Berlin" },
    { ...amsterdam, ...home, value: "Amsterdam" },
    { fact: 1, operation: "ADD" },
  );
  expect(decision).toMatchObject({ operation: "DELETE", proposed: "ADD", target: before?.id });
  expect(await currentTexts(opened)).toEqual(["User lives in Amsterdam"]);
});

test("verdicts may come in lower case, as text numbers, and without target or reason", async () => {
  const { results, before } = await contradict(berlin, amsterdam, {
    fact: "1",
    operation: "delete",
  });
  expect(results).toMatchObject([
    { event: "DELETE", id: before?.id, memory: "User lives in Amsterdam" },
  ]);
});

test("a missing verdict counts as ADD, an UPDATE without text takes the fact's", async () => {
  const missing = await contradict(berlin, amsterdam, { fact: 1, operation: "SHRUG" });
  expect(missing.report.decisions).toMatchObject([
    { operation: "ADD", actor: "rule" },
    { operation: "REJECTED", reason: expect.stringContaining("SHRUG") },
  ]);
  const update = await contradict(
    berlin,
    { text: "User lives in Berlin-Mitte" },
    {
      fact: 1,
      operation: "UPDATE",
      target: "m1",
    },
  );
  expect(update.results).toMatchObject([
    { event: "UPDATE", id: update.before?.id, memory: "User lives in Berlin-Mitte", version: 2 },
  ]);
});

test("verdicts on facts that were not shown, and second ones, are refused", async () => {
  const { memory } = await openTestMemory({
    script: {
      record_facts: [{ facts: [berlin] }, { facts: [amsterdam] }],
      decide: [
        {
          decisions: [
            { fact: 1, operation: "ADD" },
            { fact: 1, operation: "DELETE", target: "m1" },
            { fact: 99, operation: "DELETE", target: "m1" },
          ],
        },
      ],
    },
  });
  await memory.add("I live in Berlin", alice);
  const { report } = await memory.add("I live in Amsterdam", alice);
  expect(report.decisions.map(({ operation }) => operation)).toEqual([
    "ADD",
    "REJECTED",
    "REJECTED",
  ]);
});

test("an UPDATE to an over-long or secret-looking text is refused", async () => {
  for (const text of ["y".repeat(2_001), "User's password is hunter2"]) {
    const { decision } = await contradict(berlin, amsterdam, {
      fact: 1,
      operation: "UPDATE",
      target: "m1",
      text,
    });
    expect(decision).toMatchObject({ operation: "REJECTED", proposed: "UPDATE" });
  }
});
