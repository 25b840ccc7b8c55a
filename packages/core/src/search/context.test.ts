import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { lexicalEmbedder } from "../models/lexical-embedder.ts";

const alice = { userId: "alice" };
const on = (day: string) => ({ ...alice, at: new Date(`${day}T00:00:00Z`) });
const livesIn = (city: string) => ({ facts: [{ text: `User lives in ${city}` }] });

/** The lines of a block between what it says of itself and its end. */
const linesOf = (block: string) => block.split("\n").slice(2, -1);

test("a block groups what it found by whom it is about, and says whose words are a tool's", async () => {
  const { memory, model } = await openTestMemory({ embedder: lexicalEmbedder() });
  model.follow({
    record_facts: [
      {
        facts: [
          { text: "Anna lives in Rome with a dog", subject: "Anna" },
          { text: "User lives in Oslo with a dog" },
          { text: "User's dog lives on rice", quote: "rice" },
        ],
      },
    ],
  });
  const messages = [
    { role: "user", content: "Anna and I live with dogs" },
    { role: "tool", content: "rice" },
  ] as const;
  await memory.add(messages, on("2026-02-01"));
  expect(linesOf(await memory.context("who lives with a dog", alice))).toEqual([
    expect.stringMatching(/^- User/),
    expect.stringMatching(/^- User/),
    "About Anna:",
    "- Anna lives in Rome with a dog (since 2026-02-01)",
  ]);
  const block = await memory.context("what does the dog live on, rice?", alice);
  expect(block).toContain("- User's dog lives on rice (since 2026-02-01; from a tool)");
});

test("a superseded memory stands in a block only for a time when it was true", async () => {
  const { memory, model } = await openTestMemory({ embedder: lexicalEmbedder() });
  model.follow({ record_facts: [livesIn("Berlin")] });
  await memory.add("I live in Berlin", on("2026-01-01"));
  model.follow({
    record_facts: [livesIn("Rome")],
    decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
  });
  await memory.add("I have moved to Rome", on("2026-02-01"));
  const query = "where does the user live";
  const lines = linesOf(await memory.context(query, alice));
  expect(lines).toEqual(["- User lives in Rome (since 2026-02-01)"]);
  const asOf = new Date("2026-01-15");
  expect(linesOf(await memory.context(query, { ...alice, asOf }))).toEqual([
    "- User lives in Berlin (since 2026-01-01 until 2026-02-01; superseded)",
  ]);
});
