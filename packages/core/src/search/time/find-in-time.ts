import type { Condition } from "../../ports/condition.ts";
import type { MemoryStore, Whose } from "../../ports/memory-store.ts";
import type { VersionRow } from "../../ports/stored-rows.ts";
import type { TimedQuestion } from "./place-anchor.ts";
import type { TimeSpan } from "./time-span.ts";

/**
 * Versions that began in the times that a question names, newest first. They are looked for only where
 * nothing but the time tells what is asked for: where something else does, that finds them.
 */
export async function findInTime(
  store: MemoryStore,
  { spans, isOnlyTime }: TimedQuestion,
  { whose, where, limit }: { whose: Whose; where: Condition<VersionRow>; limit: number },
): Promise<{ row: VersionRow }[]> {
  if (!isOnlyTime || spans.length === 0) return [];
  const rows = await store.memories.find(whose, {
    where: { all: [where, { any: spans.map(beganIn) }] },
    orderBy: { column: "validFrom", descending: true },
    limit,
  });
  return rows.map((row) => ({ row }));
}

function beganIn({ from, to }: TimeSpan): Condition<VersionRow> {
  const conditions: Condition<VersionRow>[] = [];
  // From a moment on is after the millisecond before it.
  if (from) conditions.push({ column: "validFrom", isAbove: new Date(from.getTime() - 1) });
  if (to) conditions.push({ column: "validFrom", isBelow: to });
  return { all: conditions };
}
