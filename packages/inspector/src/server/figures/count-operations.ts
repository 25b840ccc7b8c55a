import type { MemoryStore, Operation, Whose } from "@palimpsest/core";

/** In the order of what they do to a memory. */
const OPERATIONS = ["ADD", "UPDATE", "DELETE", "NOOP", "REJECTED"] as const;

/** How often each operation was decided. */
export async function countOperations(
  { decisions }: Pick<MemoryStore, "decisions">,
  whose: Whose,
): Promise<Record<Operation, number>> {
  const counts = OPERATIONS.map(async (operation) => [
    operation,
    await decisions.count(whose, { column: "operation", equals: operation }),
  ]);
  return Object.fromEntries(await Promise.all(counts)) as Record<Operation, number>;
}
