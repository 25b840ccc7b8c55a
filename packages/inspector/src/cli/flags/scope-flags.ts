import type { Scope } from "@palimpsest/core";
import { UsageError } from "../usage-error.ts";
import type { Flags, Values } from "./flag.ts";

/** Whose memory: the flags of every command that needs to know. */
export const SCOPE_FLAGS = {
  user: { type: "string", value: "ID", help: "whose memory: the person's" },
  agent: { type: "string", value: "ID", help: "the assistant's" },
  session: { type: "string", value: "ID", help: "one conversation's" },
} as const satisfies Flags;

type ScopeValues = Values<typeof SCOPE_FLAGS>;

/**
 * The scope that the flags name.
 *
 * @throws {UsageError} when they name none, or an id is empty.
 */
export function readScope(values: ScopeValues): Scope {
  const scope = readOptionalScope(values);
  if (scope !== undefined) return scope;
  throw new UsageError("Whose memory? Say --user, --agent or --session, or several of them.");
}

/** The scope that the flags name; `undefined` when they name none. */
export function readOptionalScope({ user, agent, session }: ScopeValues): Scope | undefined {
  if ([user, agent, session].includes("")) {
    throw new UsageError("An id of --user, --agent or --session is not empty.");
  }
  if ([user, agent, session].every((id) => id === undefined)) return undefined;
  return { userId: user, agentId: agent, sessionId: session } as Scope;
}
