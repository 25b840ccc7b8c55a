import type { RequestContext } from "@mastra/core/request-context";

// MASTRA_INHERITED_MEMORY_KEY of @mastra/core/request-context (core 1.71), not imported, because older
// versions of the peer do not export it.
const INHERITED_MEMORY_KEY = "mastra__inheritedMemory";

/**
 * The id of the agent to which another one has delegated, and handed down its memory; `undefined` where
 * nobody has. What is said to it in the user's name are that agent's words.
 */
export function readDelegate(requestContext: RequestContext | undefined): string | undefined {
  const note: unknown = requestContext?.get(INHERITED_MEMORY_KEY);
  if (typeof note !== "object" || note === null || !("agentId" in note)) return undefined;
  return typeof note.agentId === "string" ? note.agentId : undefined;
}
