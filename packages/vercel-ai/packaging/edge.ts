// The middleware on an edge runtime, with a memory that is reached over HTTP.
import { createOpenAI } from "@ai-sdk/openai";
import { memoryCall, usedMemories, withMemory } from "@palimpsest/vercel-ai";
import { generateText, streamText } from "ai";
import { httpMemory } from "../readme/http-memory.ts";

/** Asks twice, in both ways, and says what came of it. */
export async function chat({ modelUrl, memoryUrl }: { modelUrl: string; memoryUrl: string }) {
  const openai = createOpenAI({ baseURL: modelUrl, apiKey: "test" });
  const errors: string[] = [];
  const model = withMemory(openai("gpt-4.1-mini"), {
    memory: httpMemory(memoryUrl),
    onError: (error) => errors.push(String(error)),
  });
  const alice = memoryCall({ userId: "alice" });
  const asked = await generateText({ model, ...alice, prompt: "Where do I live?" });
  const streamed = streamText({ model, ...alice, prompt: "And what do I drink?" });
  const texts = [asked.text, await streamed.text];
  await model.flush();
  return { texts, used: usedMemories(asked), errors };
}
