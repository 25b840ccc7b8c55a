import type { Memory, MemoryRecord, Scope } from "@palimpsest/core";
import type { Listed } from "../wire.ts";

/** What is kept back under a scope and below, until a person lets it in. */
export async function listQuarantined(
  memory: Pick<Memory, "list">,
  scope: Scope,
  cursor: string | undefined,
): Promise<Listed<MemoryRecord>> {
  return memory.list({
    ...scope,
    include: ["subtree", "quarantined"],
    filters: { status: "quarantined" },
    cursor,
  });
}
