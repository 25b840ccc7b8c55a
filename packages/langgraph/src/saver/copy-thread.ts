import { type DurableTable, InvalidInputError } from "@palimpsest/core/tables";
import type { CheckpointRow } from "./checkpoint-row.ts";
import { newestOfEach } from "./find-rows.ts";
import { moveKey, toPrefix } from "./row-keys.ts";

/**
 * Copies all that a thread has to a new one, in one commit: nobody sees half of it. It is held in memory
 * meanwhile, as it is stored.
 *
 * @throws {InvalidInputError} when the other thread has anything already: the two would become one.
 */
export async function copyThread(
  table: DurableTable<CheckpointRow>,
  from: string,
  to: string,
): Promise<void> {
  if ((await table.count({ column: "key", startsWith: toPrefix(to) })) > 0) {
    throw new InvalidInputError(
      `The thread "${to}" has checkpoints. Delete it first, or copy to another.`,
      { parameter: "to", value: to },
    );
  }
  const rows = await table.find({ where: { column: "key", startsWith: toPrefix(from) } });
  const moved = [...newestOfEach(rows).values()].map((row) => ({
    ...row,
    key: moveKey(row.key, to),
  }));
  await table.append(moved);
}
