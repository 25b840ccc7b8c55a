import type { Memory, Scope, ScopeSummary } from "@palimpsest/core";
import type { Listed, Owner } from "../wire.ts";

/** Scopes that are read at once: a reading goes through all rows, however many it gives. */
const PAGE = 10_000;

/**
 * Owners and what is theirs, from where the last page ended. With a `filter` those of whom an id
 * contains it, whatever its case, from as many pages as it takes to find one. An owner whose scopes go
 * on on the next page is on both.
 */
export async function listOwners(
  memory: Pick<Memory, "scopes">,
  { filter = "", cursor }: { filter?: string | undefined; cursor?: string | undefined },
): Promise<Listed<Owner>> {
  const wanted = filter.toLowerCase();
  let page = await memory.scopes({ limit: PAGE, cursor });
  let owners = group(page.results, wanted);
  while (owners.length === 0 && page.cursor !== undefined) {
    page = await memory.scopes({ limit: PAGE, cursor: page.cursor });
    owners = group(page.results, wanted);
  }
  return { results: owners, ...(page.cursor !== undefined && { cursor: page.cursor }) };
}

function group(scopes: readonly ScopeSummary[], wanted: string): Owner[] {
  const owners = new Map<string, Owner>();
  for (const part of scopes) {
    const scope = ownerOf(part.scope);
    const key = JSON.stringify(scope);
    const owner = owners.get(key) ?? { scope, parts: [] };
    owner.parts.push(part);
    owners.set(key, owner);
  }
  const isWanted = ({ parts }: Owner) =>
    parts.some(({ scope }) =>
      Object.values(scope).some((id) => id?.toLowerCase().includes(wanted)),
    );
  return [...owners.values()].filter(isWanted);
}

/** The user, or without one the agent, or the conversation. */
function ownerOf({ userId, agentId, sessionId = "" }: Scope): Scope {
  if (userId !== undefined) return { userId };
  return agentId === undefined ? { sessionId } : { agentId };
}
