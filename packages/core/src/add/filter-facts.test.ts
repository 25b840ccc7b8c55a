import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { alice, berlin } from "./__fixtures__/contradict.ts";

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
