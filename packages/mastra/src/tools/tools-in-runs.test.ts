import { describe, expect, test } from "vitest";
import { openScriptedMemory } from "../__fixtures__/open-scripted-memory.ts";
import { type PlannedCall, RUNNERS } from "../__fixtures__/run-tools.ts";
import { createLongTermTools } from "./create-long-term-tools.ts";

const alice = { userId: "alice" };

describe.each(RUNNERS)("the tools in %s", (_, run) => {
  test("let a model look up and take back what is remembered", async () => {
    const { memory } = await openScriptedMemory();
    const { id } = await memory.put("User has a dog called Rex", alice);
    const calls: PlannedCall[] = [
      ["searchMemories", { query: "dog", limit: 1 }],
      ["forgetMemory", { id }],
      ["searchMemories", { query: "dog" }],
    ];
    const { answers, requests } = await run({
      prompt: "Forget my dog.",
      tools: createLongTermTools({ memory }),
      calls,
    });
    expect(answers).toEqual([
      { memories: [{ id, text: "User has a dog called Rex", since: "2026-03-01" }] },
      { id, text: "User has a dog called Rex" },
      { memories: [] },
    ]);
    expect(requests.at(1)?.messages.at(-1)?.content).toContain("User has a dog called Rex");
    const { results } = await memory.history(id, alice);
    expect(results.at(-1)).toMatchObject({ operation: "DELETE", status: "retracted" });
  });

  test("save what the user says, with the user's trust, in the place of what was outdated", async () => {
    const { memory } = await openScriptedMemory({
      record_facts: [
        { facts: [{ text: "User lives in Amsterdam", quote: "I live in Amsterdam" }] },
        { facts: [{ text: "User lives in Berlin", quote: "I moved to Berlin" }] },
      ],
      decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
    });
    await memory.add("I live in Amsterdam", alice);
    const { answers } = await run({
      prompt: "I moved to Berlin, remember that.",
      tools: createLongTermTools({ memory }),
      calls: [["saveMemory", { text: "User lives in Berlin" }]],
    });
    const id = expect.any(String) as string;
    expect(answers).toEqual([
      {
        remembered: [{ id, text: "User lives in Berlin", replaces: "User lives in Amsterdam" }],
      },
    ]);
    const { results } = await memory.list(alice);
    expect(results).toMatchObject([{ memory: "User lives in Berlin", origin: "user" }]);
  });

  test("reach the memory of the run's resource, and no other", async () => {
    const { memory } = await openScriptedMemory();
    const { id } = await memory.put("User likes tea", alice);
    const { answers } = await run({
      prompt: "Who am I?",
      tools: createLongTermTools({ memory }),
      resource: "alice-2",
      calls: [
        ["searchMemories", { query: "tea" }],
        ["forgetMemory", { id }],
      ],
    });
    expect(answers).toEqual([
      { memories: [] },
      { error: `No memory has the id "${id}". Look it up with searchMemories.` },
    ]);
    expect(await memory.count(alice)).toBe(1);
  });

  test("tell the model what is wrong with its input", async () => {
    const { memory } = await openScriptedMemory();
    const calls: PlannedCall[] = [["searchMemories", { limit: 3 }]];
    const tools = createLongTermTools({ memory });
    const { requests } = await run({ prompt: "Who am I?", tools, calls });
    expect(requests.at(1)?.messages.at(-1)?.content).toMatch(/validation failed.*query/s);
  });

  test("know the user's words in the first step only where Mastra saves every step", async () => {
    const { memory } = await openScriptedMemory();
    await run({
      prompt: "My cat is Tom.",
      savePerStep: true,
      tools: createLongTermTools({ memory }),
      calls: [
        ["saveMemory", { text: "User has a cat" }],
        ["saveMemory", { text: "The cat is called Tom" }],
      ],
    });
    const { results } = await memory.episodes({ ...alice, sessionId: "t1" });
    const texts = results.map(({ messages }) => messages.map(({ content }) => content));
    expect(texts).toHaveLength(2);
    expect(texts).toContainEqual(["My cat is Tom.", "To be remembered: User has a cat"]);
    expect(texts).toContainEqual(["To be remembered: The cat is called Tom"]);
  });
});
