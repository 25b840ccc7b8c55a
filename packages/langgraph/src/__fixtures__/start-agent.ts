import { tool } from "@langchain/core/tools";
import { type BaseCheckpointSaver, type InMemoryStore, MemorySaver } from "@langchain/langgraph";
import { type AgentMiddleware, createAgent } from "langchain";
import { z } from "zod/v4";
import { longTermMemory } from "../middleware/long-term-memory.ts";
import type { LongTermMemoryOptions } from "../middleware/options.ts";
import { type Chat, startChat } from "./start-chat.ts";

/** A tool that finds something about any topic. */
export const lookUp = tool(async ({ topic }) => `Found ${topic}.`, {
  name: "look_up",
  description: "Looks something up.",
  schema: z.object({ topic: z.string() }),
});

/** How an agent is set up, besides its memory. */
export interface Setup {
  readonly chat?: Chat;
  readonly checkpointer?: BaseCheckpointSaver | false;
  readonly store?: InMemoryStore;
  readonly systemPrompt?: string;
  /** Middleware before and behind memory. */
  readonly before?: readonly AgentMiddleware[];
  readonly behind?: readonly AgentMiddleware[];
}

/** An agent with `look_up` and this memory, on a chat of its own. */
export async function startAgent(options: LongTermMemoryOptions, setup: Setup = {}) {
  const { chat = await startChat(), checkpointer = new MemorySaver(), store, systemPrompt } = setup;
  const memory = longTermMemory(options);
  const agent = createAgent({
    model: chat.model,
    tools: [lookUp],
    middleware: [...(setup.before ?? []), memory, ...(setup.behind ?? [])],
    checkpointer,
    ...(store && { store }),
    ...(systemPrompt !== undefined && { systemPrompt }),
  });
  return { agent, chat, flush: () => memory.flush() };
}

/** An agent as the tests ask it. */
export type TestAgent = Awaited<ReturnType<typeof startAgent>>["agent"];
