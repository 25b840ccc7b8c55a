import type { Tally, VersionRow } from "@palimpsest/core";
import type { Ids, Part } from "../../wire.ts";

/** How many memories are under each set of ids; those of the fewest ids first. */
export function countParts(): Tally<Pick<VersionRow, keyof Ids>, Part[]> {
  const parts = new Map<string, Part>();
  return {
    add({ userId, agentId, sessionId }) {
      const ids = { userId, agentId, sessionId };
      const key = JSON.stringify(ids);
      const part = parts.get(key) ?? { ids, memories: 0 };
      part.memories += 1;
      parts.set(key, part);
    },
    result: () =>
      [...parts.entries()]
        .toSorted(
          ([a, { ids: left }], [b, { ids: right }]) =>
            countIds(left) - countIds(right) || a.localeCompare(b),
        )
        .map(([, part]) => part),
  };
}

function countIds(ids: Ids): number {
  return Object.values(ids).filter((id) => id !== undefined).length;
}
