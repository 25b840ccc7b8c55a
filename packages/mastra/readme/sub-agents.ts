import { createMemory } from "@palimpsest/core";
import { LongTermMemory } from "@palimpsest/mastra";

/** A memory that an agent shares with those that it delegates to. */
export const memory = new LongTermMemory({
  longTerm: {
    memory: createMemory(),
    delegation: "isolated",
    // Sub-agents have resources of their own, and keep what your server put into the context.
    scope({ resourceId, requestContext }) {
      const owner: unknown = requestContext?.get("owner");
      return { userId: typeof owner === "string" ? owner : resourceId };
    },
  },
});
