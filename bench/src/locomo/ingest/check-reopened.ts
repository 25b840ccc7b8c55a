import { BenchError } from "../../bench-error.ts";

/**
 * Makes sure that a new process counts the memories that this one did.
 *
 * @throws {BenchError} that names each user whose memories are more or fewer.
 */
export function checkReopened(
  counts: Readonly<Record<string, number>>,
  reopened: Readonly<Record<string, number>>,
): void {
  const userIds = [...new Set([...Object.keys(counts), ...Object.keys(reopened)])];
  const lines = userIds
    .filter((userId) => counts[userId] !== reopened[userId])
    .map((userId) => `${userId}: ${counts[userId]} before, ${reopened[userId]} in the new process`);
  if (lines.length === 0) return;
  throw new BenchError(
    ["The new process found other memories than were stored:", ...lines].join("\n"),
  );
}
