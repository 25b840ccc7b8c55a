// The scope of tools, read from the context of a call, as AI SDK 7 has it.

import { openai } from "@ai-sdk/openai";
import type { Memory } from "@palimpsest/core";
import { memoryTools, type ToolCall } from "@palimpsest/vercel-ai";
import { generateText } from "ai";

declare const memory: Memory;
const model = openai("gpt-4.1-nano");

const tools = memoryTools({
  memory,
  scope: ({ context }: ToolCall<{ userId: string }>) => ({ userId: context.userId }),
});
const context = { userId: "alice" };

export const answer = generateText({
  model,
  prompt: "Hello",
  tools,
  toolsContext: {
    searchMemory: context,
    addMemory: context,
    updateMemory: context,
    deleteMemory: context,
  },
});

// @ts-expect-error without a context nobody knows whose memory it is
void generateText({ model, prompt: "Hello", tools });
