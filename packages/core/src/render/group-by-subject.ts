import type { MemoryRecord } from "../record.ts";

/**
 * Memories by whom they are about: the user first, who is `undefined`, then others by their names.
 * In a group what is true stands before what is so no longer, and the earlier before the later.
 *
 * The order is one of the memories alone, neither of the order in which they came nor of a locale.
 */
export function groupBySubject(
  memories: readonly MemoryRecord[],
): [subject: string | undefined, memories: MemoryRecord[]][] {
  const groups = Map.groupBy(memories.toSorted(compareForReading), subjectOf);
  return [...groups].toSorted(([a = ""], [b = ""]) => compareTexts(a, b));
}

/** Whom a memory is about; `undefined` for the user, and where nobody is named. */
export function subjectOf({ subject }: MemoryRecord): string | undefined {
  return subject === "user" ? undefined : subject;
}

function compareForReading(a: MemoryRecord, b: MemoryRecord): number {
  return (
    Number(b.status === "current") - Number(a.status === "current") ||
    a.validFrom.getTime() - b.validFrom.getTime() ||
    compareTexts(a.id, b.id) ||
    a.version - b.version
  );
}

/** By UTF-16 units: a collation differs between the machines on which a block is to be the same. */
function compareTexts(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
