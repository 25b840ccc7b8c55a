import type { Memory, Scope } from "@palimpsest/core";
import type { Listed, QuarantinedMemory } from "../wire.ts";

const SHOWN = 50;

/** What is kept back under a scope and below, until a person lets it in, and why. */
export async function listQuarantined(
  memory: Pick<Memory, "list" | "history">,
  scope: Scope,
  cursor: string | undefined,
): Promise<Listed<QuarantinedMemory>> {
  const { results, ...rest } = await memory.list({
    ...scope,
    include: ["subtree", "quarantined"],
    filters: { status: "quarantined" },
    limit: SHOWN,
    cursor,
  });
  const withReasons = results.map(async (record): Promise<QuarantinedMemory> => {
    const { userId, agentId, sessionId } = record;
    const { results: versions } = await memory.history(record.id, {
      userId,
      agentId,
      sessionId,
    } as Scope);
    return { ...record, reason: versions.at(-1)?.reason ?? "" };
  });
  return { results: await Promise.all(withReasons), ...rest };
}
