import { renderMemories } from "@palimpsest/core/adapter";
import { generateText, streamText } from "ai";
import { expect, test } from "vitest";
import { openMemory } from "../__fixtures__/open-server.ts";
import { scriptedModel } from "./scripted-model.ts";

test("it streams word by word what it generates whole", async () => {
  const model = scriptedModel({ wordDelayMs: 0 });
  const words: string[] = [];
  for await (const word of streamText({ model, prompt: "I live in Oslo." }).textStream) {
    words.push(word);
  }
  expect(words.length).toBeGreaterThan(3);
  const { text } = await generateText({ model, prompt: "I live in Oslo." });
  expect(words.join("")).toBe(text);
});

test("it answers out of the block in its prompt, whatever stands around it", async () => {
  const memory = await openMemory();
  await memory.put("User lives in <Oslo> & Bergen", { userId: "alice" });
  const { results } = await memory.list({ userId: "alice" });
  const { text } = await generateText({
    model: scriptedModel({ wordDelayMs: 0 }),
    instructions: `Be kind.\n\n${renderMemories(results)}\nBe brief.`,
    prompt: "Where do I live?",
  });
  expect(text).toBe("From what I remember, you live in <Oslo> & Bergen.");
});

test("it stops speaking when the answer is aborted", async () => {
  const stop = new AbortController();
  const words: string[] = [];
  const { textStream } = streamText({
    model: scriptedModel({ wordDelayMs: 5 }),
    prompt: `I like ${"very ".repeat(500)}long walks.`,
    abortSignal: stop.signal,
  });
  for await (const word of textStream) {
    words.push(word);
    if (words.length === 3) stop.abort();
  }
  expect(words.length).toBeLessThan(20);
});
