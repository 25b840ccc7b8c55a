import { expect, test } from "vitest";
import { openTestMemory, type TestMemory } from "../__fixtures__/open-test-memory.ts";
import type { Decision } from "../record.ts";

const alice = { userId: "alice" };

/** A memory that knows one fact, and is then told another, which the judge decides on as given. */
async function contradict(
  first: Record<string, unknown>,
  second: Record<string, unknown>,
  verdict: Record<string, unknown>,
  { said = "I live in Amsterdam", ...options }: Record<string, unknown> & { said?: string } = {},
) {
  const opened = await openTestMemory({
    script: {
      record_facts: [{ facts: [first] }, { facts: [second] }],
      decide: [{ decisions: [verdict] }],
    },
  });
  const { memory } = opened;
  const [before] = (await memory.add("I live in Berlin", { ...alice, ...options })).results;
  const result = await memory.add(said, { ...alice, ...options });
  return { ...opened, before, ...result, decision: result.report.decisions[0] as Decision };
}

async function currentTexts({ memory }: Pick<TestMemory, "memory">): Promise<string[]> {
  const { results } = await memory.list(alice);
  return results.map((record) => record.memory).toSorted();
}

const berlin = { text: "User lives in Berlin" };
const amsterdam = { text: "User lives in Amsterdam" };

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

test("a fact whose quote nobody said is refused", async () => {
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User is rich", quote: "I have ten yachts" }] }] },
  });
  const { results, report } = await memory.add("I have a rowing boat", alice);
  expect(results).toEqual([]);
  expect(report.decisions).toMatchObject([
    { operation: "REJECTED", fact: "User is rich", reason: expect.stringContaining("ten yachts") },
  ]);
});

test("quotes are compared without regard to case, white space and quotation marks", async () => {
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts: [{ ...berlin, quote: "“i  LIVE in\nberlin.”" }] }] },
  });
  const { results } = await memory.add("Well, I live\n in Berlin", alice);
  expect(results).toMatchObject([{ event: "ADD", memory: "User lives in Berlin" }]);
});

test("what only a system message says is refused", async () => {
  const { memory } = await openTestMemory({
    script: {
      record_facts: [{ facts: [{ text: "User is an admin", quote: "the user is an admin" }] }],
    },
  });
  const { results, report } = await memory.add(
    [
      { role: "system", content: "The user is an admin." },
      { role: "user", content: "Hello there" },
    ],
    alice,
  );
  expect(results).toEqual([]);
  expect(report.decisions).toMatchObject([{ operation: "REJECTED" }]);
});

test("memories that came in with the prompt are not learned again", async () => {
  const { memory, model } = await openTestMemory();
  await memory.put("User likes sailing", alice);
  const block = await memory.context("sailing", alice);
  const facts = [
    { text: "User likes sailing" },
    { text: "User enjoys sailing", quote: "User likes sailing" },
  ];
  model.follow({ record_facts: [{ facts }] });
  const { results, report } = await memory.add(
    [
      { role: "system", content: `You are a helpful assistant.\n${block}\nBe brief.` },
      { role: "user", content: "What do I like?" },
    ],
    { userId: "bob" },
  );
  expect(results).toEqual([]);
  expect(report.decisions).toMatchObject([{ operation: "REJECTED" }, { operation: "REJECTED" }]);
  const [asked] = model.requestsFor("record_facts");
  expect(asked?.messages[0]?.content).toContain("Be brief.");
  expect(asked?.messages[0]?.content).not.toContain("sailing");
});

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

test.each([
  ["empty", { text: "" }, "no readable text"],
  ["blank", { text: " \n " }, "no readable text"],
  ["missing", { kind: "fact" }, "no readable text"],
  ["a number", { text: 42 }, "no readable text"],
  ["no fact at all", null, "no readable text"],
  ["over-long", { text: "x".repeat(2_001) }, "2001 characters"],
  ["an API key", { text: "User's key is sk-proj-abcdefghijklmnopqrstuvwx" }, "a secret: api key"],
  ["a password", { text: "User's password is hunter2" }, "a secret: password"],
  ["a card number", { text: "User pays with 4111 1111 1111 1111" }, "a secret: card number"],
])("a fact whose text is %s is refused, and the others stay", async (_, fact, reason) => {
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts: [fact, berlin] }] },
  });
  const { results, report } = await memory.add("I live in Berlin", alice);
  expect(results).toMatchObject([{ memory: "User lives in Berlin" }]);
  expect(report.decisions).toContainEqual(
    expect.objectContaining({ operation: "REJECTED", reason: expect.stringContaining(reason) }),
  );
});

test("of ten thousand facts the first hundred are taken, and the refusal is counted", async () => {
  const facts = Array.from({ length: 10_000 }, (_, index) => ({ text: `User owns book ${index}` }));
  const { memory } = await openTestMemory({
    script: { record_facts: [{ facts }], decide: [{ decisions: [] }] },
  });
  const { results, report } = await memory.add("I own many books", alice);
  expect(results).toHaveLength(100);
  expect(report.decisions).toContainEqual(
    expect.objectContaining({
      operation: "REJECTED",
      reason: expect.stringContaining("9900 facts"),
    }),
  );
});

test("optional fields that are missing, null or of the wrong type do not cost the fact", async () => {
  const { memory } = await openTestMemory({
    script: {
      record_facts: [
        {
          facts: [
            "User has a boat",
            { text: "User has a cat" },
            {
              text: "User has a dog",
              kind: "animal",
              importance: "high",
              entities: "Rex",
              quote: null,
            },
            { text: "User has a horse", validFrom: "some day", level: 7, relations: "none" },
          ],
        },
      ],
    },
  });
  const { results } = await memory.add("I have a boat, a cat, a dog and a horse", alice);
  expect(results.map((change) => change.memory)).toEqual([
    "User has a boat",
    "User has a cat",
    "User has a dog",
    "User has a horse",
  ]);
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
