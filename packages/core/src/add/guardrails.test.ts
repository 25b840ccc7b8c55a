import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { alice, amsterdam, berlin, contradict, currentTexts } from "./__fixtures__/contradict.ts";

test("a pinned memory is not changed by inference", async () => {
  const { memory, model } = await openTestMemory();
  const { id } = await memory.put("User lives in Berlin", { ...alice, pinned: true });
  for (const operation of ["UPDATE", "DELETE"]) {
    model.follow({
      record_facts: [{ facts: [amsterdam] }],
      decide: [{ decisions: [{ fact: 1, operation, target: "m1", reason: "moved" }] }],
    });
    const { results, report } = await memory.add("I live in Amsterdam", alice);
    expect(results).toEqual([]);
    expect(report.decisions).toMatchObject([
      {
        operation: "REJECTED",
        proposed: operation,
        target: id,
        reason: expect.stringContaining("pinned"),
      },
    ]);
  }
  expect(await currentTexts({ memory })).toEqual(["User lives in Berlin"]);
});

test.each([
  ["assistant", { role: "assistant", content: "You live in Amsterdam" }],
  ["tool", { role: "tool", content: "You live in Amsterdam" }],
] as const)(
  "what comes from the %s does not supersede what the user said",
  async (origin, message) => {
    const { memory, model } = await openTestMemory({
      script: { record_facts: [{ facts: [berlin] }] },
    });
    await memory.add("I live in Berlin", alice);
    const quoted = { ...amsterdam, quote: "You live in Amsterdam" };
    model.follow({
      record_facts: [{ facts: [quoted] }],
      decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1" }] }],
    });
    const { results, report } = await memory.add(
      [{ role: "user", content: "Where?" }, message],
      alice,
    );
    expect(results).toEqual([]);
    expect(report.decisions).toMatchObject([
      { operation: "REJECTED", proposed: "DELETE", reason: expect.stringContaining(origin) },
    ]);
    expect(await currentTexts({ memory })).toEqual(["User lives in Berlin"]);
  },
);

test("what comes from the assistant may be added, and keeps its origin", async () => {
  const { memory } = await openTestMemory({
    script: {
      record_facts: [{ facts: [{ text: "User's order is number 12", quote: "Your order is 12" }] }],
    },
  });
  const { results } = await memory.add(
    [
      { role: "user", content: "Which order?" },
      { role: "assistant", content: "Your order is 12." },
    ],
    alice,
  );
  expect(await memory.get(results[0]?.id ?? "", alice)).toMatchObject({ origin: "assistant" });
});

test("an older fact enters as history and leaves the newer one current", async () => {
  const { decision, results, before, memory } = await contradict(
    { ...berlin, validFrom: "2026-01-10" },
    { text: "User lives in Paris", validFrom: "2019-05-01" },
    { fact: 1, operation: "DELETE", target: "m1" },
  );
  expect(decision).toMatchObject({ operation: "ADD", proposed: "DELETE", actor: "rule" });
  expect(results).toMatchObject([
    { event: "ADD", memory: "User lives in Paris", supersededBy: before?.id },
  ]);
  expect(await currentTexts({ memory })).toEqual(["User lives in Berlin"]);
  const then = await memory.search("where does the user live", {
    ...alice,
    asOf: new Date("2020-01-01"),
  });
  expect(then.results.map((match) => match.memory)).toEqual(["User lives in Paris"]);
  const { results: versions } = await memory.history(before?.id ?? "", alice);
  expect(versions.map((version) => version.memory)).toContain("User lives in Paris");
});

test("what began in a month takes the place of what was so on a day in it", async () => {
  const { results, before, memory } = await contradict(
    { ...berlin, validFrom: "2026-02-20" },
    { text: "User lives in Paris", validFrom: "2026-02" },
    { fact: 1, operation: "DELETE", target: "m1" },
  );
  expect(results).toMatchObject([{ event: "DELETE", memory: "User lives in Paris" }]);
  expect(await currentTexts({ memory })).toEqual(["User lives in Paris"]);
  const closed = await memory.get(before?.id ?? "", alice);
  expect(closed?.validTo?.getTime()).toBeGreaterThan(new Date("2026-02-20").getTime());
});

test("a fact that contradicts a pinned memory is not added beside it", async () => {
  const { memory, model } = await openTestMemory({
    script: {
      record_facts: [
        { facts: [{ ...berlin, attribute: "home", cardinality: "one", value: "Berlin" }] },
      ],
    },
  });
  const [home] = (await memory.add("I live in Berlin", alice)).results;
  await memory.update(home?.id ?? "", { pinned: true }, alice);
  const moved = { ...amsterdam, attribute: "home", cardinality: "one", value: "Amsterdam" };
  model.follow({ record_facts: [{ facts: [moved] }], decide: [{ decisions: [] }] });
  const { report } = await memory.add("I live in Amsterdam", alice);
  expect(report.decisions).toMatchObject([{ operation: "REJECTED" }]);
  expect(await currentTexts({ memory })).toEqual(["User lives in Berlin"]);
});

test("two facts of one exchange cannot both change one memory", async () => {
  const { memory, model } = await openTestMemory({
    script: { record_facts: [{ facts: [berlin] }] },
  });
  await memory.add("I live in Berlin", alice);
  model.follow({
    record_facts: [{ facts: [amsterdam, { text: "User lives on a boat" }] }],
    decide: [
      {
        decisions: [
          { fact: 1, operation: "DELETE", target: "m1" },
          { fact: 2, operation: "DELETE", target: "m1" },
        ],
      },
    ],
  });
  const { results } = await memory.add("I live in Amsterdam, on a boat", alice);
  expect(results.map(({ event }) => event)).toEqual(["DELETE", "ADD"]);
  expect(await currentTexts({ memory })).toEqual([
    "User lives in Amsterdam",
    "User lives on a boat",
  ]);
});

test("what is true in one session only does not supersede what is true of the user", async () => {
  const scope = { ...alice, sessionId: "s1" };
  const { memory, model } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User wants long answers" }] }] },
  });
  await memory.add("I like long answers", scope);
  model.follow({
    record_facts: [{ facts: [{ text: "User wants short answers", level: "session" }] }],
    decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1" }] }],
  });
  const { report } = await memory.add("Short answers for now, please", scope);
  expect(report.decisions).toMatchObject([{ operation: "ADD", proposed: "DELETE" }]);
  expect(await currentTexts({ memory })).toEqual(["User wants long answers"]);
});

test("what one session knows is news for the user, and replaces it there", async () => {
  const scope = { ...alice, sessionId: "s1" };
  const { memory, model } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User likes tea", level: "session" }] }] },
  });
  await memory.add("I like tea today", scope);
  expect(await currentTexts({ memory })).toEqual([]);
  model.follow({
    record_facts: [{ facts: [{ text: "User likes tea" }] }],
    decide: [{ decisions: [{ fact: 1, operation: "NOOP", target: "m1" }] }],
  });
  await memory.add("I like tea", scope);
  expect(await currentTexts({ memory })).toEqual(["User likes tea"]);
  expect(await memory.count(scope)).toBe(1);
});

test("inference for one user does not change what all users of an agent share", async () => {
  const { memory, model } = await openTestMemory();
  await memory.put("The shop closes at six", { agentId: "shop" });
  model.follow({
    record_facts: [{ facts: [{ text: "The shop closes at nine" }] }],
    decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1" }] }],
  });
  await memory.add("The shop closes at nine, I heard", { ...alice, agentId: "shop" });
  const others = await memory.list({ userId: "bob", agentId: "shop" });
  expect(others.results.map((record) => record.memory)).toEqual(["The shop closes at six"]);
});
