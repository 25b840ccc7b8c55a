import { showMemory, type ShownMemory } from "@palimpsest/core/adapter";
import { answerCall } from "./answer-call.ts";
import type { MemoryTool, MemoryToolsOptions } from "./memory-tool.ts";
import { readText, toolInput } from "./tool-input.ts";

export interface SearchInput {
  query: string;
  limit?: number;
}

/** What is remembered, most relevant first. */
export interface FoundMemories {
  memories: ShownMemory[];
}

const DEFAULT_LIMIT = 5;
const MOST_MEMORIES = 20;

/** The tool that looks up memories. */
export function searchMemory<CONTEXT>(
  options: MemoryToolsOptions<CONTEXT>,
): MemoryTool<SearchInput, FoundMemories, CONTEXT> {
  return {
    description:
      "Looks up what is remembered about the user from earlier conversations. Call it before answering whenever the answer may depend on who the user is, what they like, or what they told before. An empty list means that nothing is remembered about it.",
    inputSchema: toolInput(
      {
        properties: {
          query: {
            type: "string",
            description:
              'What to look for, as a short phrase: "food allergies", "name of the dog".',
          },
          limit: {
            type: "integer",
            minimum: 1,
            maximum: MOST_MEMORIES,
            description: `How many memories at most. Default: ${DEFAULT_LIMIT}.`,
          },
        },
        required: ["query"],
      },
      (given) => ({ query: readText(given, "query"), limit: readLimit(given["limit"]) }),
    ),
    execute: async ({ query, limit = DEFAULT_LIMIT }, call) =>
      answerCall(call, options, "recall", async (scope) => {
        const { results } = await options.memory.search(query, { ...scope, limit });
        return { memories: results.map(showMemory) };
      }),
  };
}

/** A model's idea of a limit, within reason: it may be a text, or far too large. */
function readLimit(limit: unknown): number {
  const count = Math.trunc(Number(limit ?? DEFAULT_LIMIT));
  return Number.isNaN(count) ? DEFAULT_LIMIT : Math.min(Math.max(count, 1), MOST_MEMORIES);
}
