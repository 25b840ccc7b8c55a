import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAI as createOpenAIv3 } from "@ai-sdk/openai-v3";
import type { Scope } from "@palimpsest/core";
import { generateText, isStepCount } from "ai";
import * as v6 from "ai-v6";
import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import type { ToolCall } from "./memory-tool.ts";
import { memoryTools } from "./memory-tools.ts";

const bob = { userId: "bob" };
const TURN = { prompt: "What do I like?" };

/** A memory of two people, and a model that looks up tea and answers. */
async function open() {
  const { memory } = await openTestMemory();
  await memory.put("User likes tea", { userId: "alice" });
  await memory.put("User likes tea and cake", bob);
  const { server, requests } = await startChat(({ messages }) =>
    messages.at(-1)?.role === "tool"
      ? { text: "Tea." }
      : { toolCalls: [{ name: "searchMemory", arguments: { query: "tea" } }] },
  );
  const connection = { baseURL: server.baseUrl, apiKey: "test" };
  const found = () => requests.at(-1)?.messages.at(-1)?.content;
  return { memory, connection, found };
}

test("the scope may be read from what AI SDK 7 gives a tool by toolsContext", async () => {
  const { memory, connection, found } = await open();
  const { searchMemory } = memoryTools({
    memory,
    scope: ({ context }: ToolCall<Scope>) => context,
  });
  await generateText({
    ...TURN,
    model: createOpenAI(connection).chat("gpt-4.1-nano"),
    tools: { searchMemory },
    toolsContext: { searchMemory: bob },
    stopWhen: isStepCount(2),
  });
  expect(found()).toContain("tea and cake");
});

test("the scope may be read from the experimental_context of AI SDK 6", async () => {
  const { memory, connection, found } = await open();
  const { searchMemory } = memoryTools({
    memory,
    scope: ({ experimental_context: context }) => context as Scope,
  });
  await v6.generateText({
    ...TURN,
    model: createOpenAIv3(connection).chat("gpt-4.1-nano"),
    // Each copy of the SDK has types of its own for the same schemas; see types/.
    tools: { searchMemory } as unknown as v6.ToolSet,
    experimental_context: bob,
    stopWhen: v6.stepCountIs(2),
  });
  expect(found()).toContain("tea and cake");
});
