import { type DynamicStructuredTool, tool } from "@langchain/core/tools";
import type { Filters, Memory, MemoryMatch } from "@palimpsest/core";
import { oneOf, showMemory } from "@palimpsest/core/adapter";
import { z } from "zod/v4";
import type { RunConfig } from "../identity.ts";
import { answerCall } from "./answer-call.ts";
import { checkOptions } from "./check-options.ts";
import type { MemoryToolOptions } from "./options.ts";

/** What `createSearchMemoryTool` takes. */
export interface SearchMemoryToolOptions extends MemoryToolOptions {
  memory: Pick<Memory, "search">;
  /** `content_and_artifact`: the tool's message also carries the matches themselves. Default: `content`. */
  responseFormat?: "content" | "content_and_artifact" | undefined;
}

const schema = z.object({
  query: z.string().min(1).describe('What to look for, as a short phrase: "food allergies".'),
  limit: z.number().int().min(1).max(100).default(10).describe("How many memories at most."),
  offset: z.number().int().min(0).max(1_000).default(0).describe("How many to skip."),
  filter: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Fields that must be equal, such as { "kind": "preference" }.'),
});

/** The tool that looks up memories. */
export type SearchMemoryTool = DynamicStructuredTool<typeof schema>;

/**
 * A tool with which a model looks up memories: LangMem's `create_search_memory_tool` on this memory.
 *
 * Takes `{ query, limit = 10, offset = 0, filter? }` and answers with a JSON list of
 * `{ key, value: { content }, created_at, updated_at, score }`, most relevant first. `created_at` is since
 * when it is true, `updated_at` since when it is known; `content` is as safe to read as the block of
 * `context`, and stands beside an `origin` where it is the assistant's, a tool's or a document's words. A
 * memory that fails does not fail the call: the model is told to go on without.
 *
 * @throws {InvalidInputError} when the memory is missing, or an option is unknown or of the wrong type.
 */
export function createSearchMemoryTool(options: SearchMemoryToolOptions): SearchMemoryTool {
  checkOptions(options, ["search"], {
    responseFormat: oneOf("content", "content_and_artifact"),
  });
  const { name = "search_memory", instructions = "", responseFormat = "content" } = options;
  return tool(
    async ({ query, limit, offset, filter }, config: RunConfig) => {
      const found = await answerCall(config, options, "recall", async (scope) => {
        const wanted = { ...scope, limit: offset + limit, filters: filter as Filters | undefined };
        const { results } = await options.memory.search(query, wanted);
        return results.slice(offset);
      });
      const content = typeof found === "string" ? found : JSON.stringify(found.map(toItem));
      if (responseFormat === "content") return content;
      return [content, typeof found === "string" ? [] : found];
    },
    {
      name,
      description:
        `Search your long-term memories for information relevant to your current context. ${instructions}`.trim(),
      schema,
      responseFormat,
    },
  );
}

function toItem(match: MemoryMatch) {
  const { id, text, origin } = showMemory(match);
  return {
    key: id,
    value: { content: text, ...(origin && { origin }) },
    created_at: match.validFrom.toISOString(),
    updated_at: match.recordedAt.toISOString(),
    score: match.score,
  };
}
