import type { SweptCheckpoint } from "./choose-newest.ts";
import { newestOfEach } from "./find-rows.ts";
import { loadValue, type Reading } from "./load-tuples.ts";
import { markNeeded } from "./mark-needed.ts";
import { readAddress, readKind, toPrefix } from "./row-keys.ts";

/** Keys that are removed in one commit. */
const AT_ONCE = 1_000;

/** Whoever is killed at it leaves no checkpoint without its values. */
const ORDER = ["checkpoint", "write", "blob"] as const;

/**
 * Removes the checkpoints of a thread that `choose` does not choose, and all values and writes that
 * none of those that stay needs. What is written meanwhile stays.
 */
export async function sweepThread(
  threadId: string,
  choose: (checkpoints: readonly SweptCheckpoint[]) => readonly SweptCheckpoint[],
  reading: Reading,
): Promise<void> {
  // One query, so that it shows one moment.
  const rows = await reading.table.find({
    where: { column: "key", startsWith: toPrefix(threadId) },
    columns: ["key", "stamp", "parent", "metadata"],
  });
  const heads = newestOfEach(rows.filter(({ key }) => readKind(key) === "checkpoint"));
  const checkpoints = await Promise.all(
    Array.from(heads.values(), async ({ key, parent, metadata }) => ({
      key,
      address: readAddress(key),
      parent,
      metadata: await loadValue<SweptCheckpoint["metadata"]>(metadata, reading.serde),
    })),
  );
  const isNeeded = await markNeeded(choose(checkpoints), checkpoints, reading);
  const doomed = new Set(rows.map(({ key }) => key).filter((key) => !isNeeded(key)));
  const byKind = Map.groupBy(doomed, readKind);
  const ordered = ORDER.flatMap((kind) => byKind.get(kind) ?? []);
  for (let start = 0; start < ordered.length; start += AT_ONCE) {
    const keys = ordered.slice(start, start + AT_ONCE);
    await reading.table.remove({ column: "key", isOneOf: keys });
  }
}
