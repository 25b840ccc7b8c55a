// A program of somebody who installed the packages: run by plain Node, with the packed files only.
import { createOpenAI } from "@ai-sdk/openai";
import { createMemory } from "@palimpsest/core";
import {
  fromAiSdk,
  fromAiSdkEmbedding,
  memoryTools,
  usedMemories,
  withMemory,
} from "@palimpsest/vercel-ai";
import { generateText } from "ai";

const openai = createOpenAI({ baseURL: process.argv[2], apiKey: "test" });
const scope = { userId: "alice" };
const memory = createMemory({
  uri: "./memory",
  model: fromAiSdk(openai("gpt-4.1-nano")),
  embedder: fromAiSdkEmbedding(openai.embedding("text-embedding-3-small"), { dimensions: 1_536 }),
});
const model = withMemory(openai("gpt-4.1-mini"), { memory, scope });

await generateText({ model, prompt: "I live in Berlin." });
await model.flush();

const { text, steps } = await generateText({
  model,
  prompt: "Where do I live?",
  tools: memoryTools({ memory, scope }),
  stopWhen: ({ steps: taken }) => taken.length === 2,
});
await model.flush();
await memory.close();

const used = steps.map((step) => usedMemories(step).length);
const found = steps[0].toolResults.map(({ output }) => output.memories.map((match) => match.text));
console.log(JSON.stringify({ text, used, found }));
