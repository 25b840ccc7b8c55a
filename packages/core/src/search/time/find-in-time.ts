import type { Condition } from "../../ports/condition.ts";
import type { MemoryStore, Whose } from "../../ports/memory-store.ts";
import type { VersionRow } from "../../ports/stored-rows.ts";
import type { Answering } from "../../reading.ts";
import type { TimedQuestion } from "./rank-in-time.ts";
import type { TimeSpan } from "./time-span.ts";

/**
 * Versions that began in the times that a question names, newest first. They are looked for only where
 * nothing but the time tells what is asked for: where something else does, that finds them.
 */
export async function findInTime(
  store: MemoryStore,
  { spans, isOnlyTime }: TimedQuestion,
  { whose, answering, limit }: { whose: Whose; answering: Answering; limit: number },
): Promise<VersionRow[]> {
  if (!isOnlyTime || spans.length === 0) return [];
  const where: Condition<VersionRow> = {
    all: [answering.where, { any: spans.map(beganIn) }],
  };
  const rows = await store.memories.find(whose, {
    where,
    orderBy: { column: "validFrom", descending: true },
    limit,
  });
  return rows.filter(answering.isUnexpired);
}

function beganIn({ from, to }: TimeSpan): Condition<VersionRow> {
  const conditions: Condition<VersionRow>[] = [];
  // From a moment on is after the millisecond before it.
  if (from) conditions.push({ column: "validFrom", isAbove: new Date(from.getTime() - 1) });
  if (to) conditions.push({ column: "validFrom", isBelow: to });
  return { all: conditions };
}
