import { RequestContext } from "@mastra/core/request-context";
import { createMemory } from "@palimpsest/core";
import { LongTermMemory } from "@palimpsest/mastra";

/** A memory that an agent shares with those that it delegates to. */
export const memory = new LongTermMemory({
  longTerm: {
    memory: createMemory(),
    delegation: "isolated",
    scope: ({ resourceId, requestContext }) => ({
      userId: String(requestContext?.get("user") ?? resourceId),
    }),
  },
});

/** What a call gets along; sub-agents keep it, while they have resources of their own. */
export const contextOf = (user: string) => new RequestContext([["user", user]]);
