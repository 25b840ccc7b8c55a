// A program of somebody who installed the packages: run by plain Node, with the packed files only.
import { createOpenAI } from "@ai-sdk/openai";
import { createMemory } from "@palimpsest/core";
import { memoryTools, usedMemories, withMemory } from "@palimpsest/vercel-ai";
import { generateText } from "ai";

const openai = createOpenAI({ baseURL: process.argv[2], apiKey: "test" });
const scope = { userId: "alice" };
const memory = createMemory({ uri: "./memory" });
const model = withMemory(openai("gpt-4.1-mini"), { memory, scope });

await generateText({ model, prompt: "I live in Berlin." });
await model.flush();

const tools = memoryTools({ memory, scope });
const result = await generateText({ model, tools, prompt: "Where do I live?" });
await model.flush();
await memory.close();

console.log(JSON.stringify({ text: result.text, used: usedMemories(result).length }));
