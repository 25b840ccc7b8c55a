import { Tool } from "@mastra/core/tools";
import { showMemory, type ShownMemory } from "@palimpsest/core/adapter";
import { answerCall } from "./answer-call.ts";
import type { LongTermTool, LongTermToolsOptions, Refused } from "./tools-options.ts";

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
export function searchMemories(
  options: LongTermToolsOptions,
): LongTermTool<SearchInput, FoundMemories> {
  return new Tool<SearchInput, FoundMemories | Refused>({
    id: "searchMemories",
    description:
      "Looks up what is remembered about the user from earlier conversations. Call it before answering whenever the answer may depend on who the user is, what they like, or what they told before. An empty list means that nothing is remembered about it.",
    inputSchema: {
      type: "object",
      properties: {
        query: {
          type: "string",
          minLength: 1,
          description: 'What to look for, as a short phrase: "food allergies", "name of the dog".',
        },
        limit: {
          type: "integer",
          minimum: 1,
          maximum: MOST_MEMORIES,
          description: `How many memories at most. Default: ${DEFAULT_LIMIT}.`,
        },
      },
      required: ["query"],
      additionalProperties: false,
    },
    execute: async ({ query, limit = DEFAULT_LIMIT }, call) =>
      answerCall(call, options, "recall", async (scope) => {
        const { results } = await options.memory.search(query, { ...scope, limit });
        return { memories: results.map(showMemory) };
      }),
  });
}
