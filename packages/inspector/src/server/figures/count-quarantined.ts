import { type Condition, fromScopeKey, type MemoryStore, type VersionRow } from "@palimpsest/core";
import type { Listed, Part } from "../../wire.ts";

const EVERYONE = { type: "everyone" } as const;

const IS_QUARANTINED: Condition<VersionRow> = {
  all: [
    { column: "status", equals: "quarantined" },
    // What was released or dropped has a version behind it.
    { column: "supersededAt", isAbsent: true },
  ],
};

/** How much is kept back of everybody's. */
export async function countQuarantined({ memories }: Pick<MemoryStore, "memories">) {
  return memories.count(EVERYONE, IS_QUARANTINED);
}

/** More than anybody goes through at once; when some are settled, others follow. */
const MOST_PARTS = 100;

/** Under which ids something is kept back, and how much. */
export async function listQuarantinedParts({
  memories,
}: Pick<MemoryStore, "memories">): Promise<Listed<Part>> {
  const counts = await memories.countByScope({ limit: MOST_PARTS }, IS_QUARANTINED);
  return {
    results: counts.map(({ scope, rows }) => ({ ids: fromScopeKey(scope), memories: rows })),
  };
}
