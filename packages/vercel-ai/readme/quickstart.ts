import { openai } from "@ai-sdk/openai";
import { createMemory } from "@palimpsest/core";
import { memoryCall, withMemory } from "@palimpsest/vercel-ai";
import { generateText } from "ai";

const memory = createMemory(); // ./.palimpsest, a folder
const model = withMemory(openai("gpt-4.1-mini"), { memory });
const alice = memoryCall({ userId: "alice" });

await generateText({ model, ...alice, prompt: "I'm vegetarian, and I've just moved to Berlin." });
await model.flush(); // Turns are remembered behind the answer; a script has to wait for it.

const { text } = await generateText({ model, ...alice, prompt: "Where shall I eat tonight?" });
console.log(text); // Knows of Berlin, and what is eaten there.

await model.flush();
await memory.close();
