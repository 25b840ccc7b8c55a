import type { Memory } from "@palimpsest/core";

/** How many current memories each user has, those of single sessions included. */
export async function countMemories(
  memory: Memory,
  userIds: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const userId of userIds) {
    counts[userId] = await memory.count({ userId, include: "subtree" });
  }
  return counts;
}
