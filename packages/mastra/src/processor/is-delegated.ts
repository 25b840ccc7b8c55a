import type { RequestContext } from "@mastra/core/request-context";

// MASTRA_INHERITED_MEMORY_KEY of @mastra/core/request-context (core 1.71), not imported, because older
// versions of the peer do not export it.
const INHERITED_MEMORY_KEY = "mastra__inheritedMemory";

/**
 * Whether an agent has its memory from another one that delegated to it: then its user's words are
 * that agent's. Mastra addresses the note to one agent; it stays in the context for agents further in.
 */
export function isDelegated(
  requestContext: RequestContext | undefined,
  agentId: string | undefined,
): boolean {
  const note: unknown = requestContext?.get(INHERITED_MEMORY_KEY);
  if (typeof note !== "object" || note === null || !("agentId" in note)) return false;
  return agentId === undefined || note.agentId === agentId;
}
