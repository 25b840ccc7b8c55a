import type { Condition, MemoryStore, VersionRow } from "@palimpsest/core";
import type { Listed, Part } from "../../wire.ts";
import { countParts } from "./count-parts.ts";

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
  const columns = ["userId", "agentId", "sessionId"] as const;
  const parts = await memories.tally(EVERYONE, columns, countParts, IS_QUARANTINED);
  return { results: parts.slice(0, MOST_PARTS) };
}
