import type { Scope } from "@palimpsest/core";

/** Whether an object has any of the ids that make a scope. */
export function hasIds({
  userId,
  agentId,
  sessionId,
}: { [NAME in keyof Scope]?: unknown }): boolean {
  return [userId, agentId, sessionId].some((id) => id !== undefined);
}
