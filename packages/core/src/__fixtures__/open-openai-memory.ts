import { startOpenAIServer, type OpenAIServer } from "@palimpsest/openai-server";
import { onTestFinished } from "vitest";
import type { Memory } from "../memory.ts";
import { openaiEmbedder } from "../models/openai-embedder.ts";
import { openai } from "../models/openai.ts";
import type { MemoryOptions } from "../settings.ts";
import { openTestMemory } from "./open-test-memory.ts";

/** What the model answers, by tool, in the order of the calls; the last one is repeated. */
export type Answers = Record<string, readonly object[]>;

/** Opens a memory whose models are reached over HTTP, at a server of its own. */
export async function openOpenAIMemory(
  answers: Answers,
  options: MemoryOptions = {},
): Promise<{ memory: Memory; server: OpenAIServer; reopen: (options?: MemoryOptions) => Memory }> {
  const queues = Object.fromEntries(
    Object.entries(answers).map(([tool, list]) => [tool, [...list]]),
  );
  const server = await startOpenAIServer({
    chat: ({ toolChoice }) => {
      const { name } = toolChoice as { name: string };
      const queue = queues[name] ?? [];
      const reply = (queue.length > 1 ? queue.shift() : queue[0]) ?? {};
      return { toolCalls: [{ name, arguments: reply }] };
    },
  });
  onTestFinished(() => server.close());
  const connection = { baseURL: server.baseUrl, apiKey: "test" };
  const { memory, reopen } = await openTestMemory({
    model: openai(connection),
    embedder: openaiEmbedder(connection),
    ...options,
  });
  return { memory, server, reopen };
}
