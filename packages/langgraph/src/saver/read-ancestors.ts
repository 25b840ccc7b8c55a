import type { RunnableConfig } from "@langchain/core/runnables";
import { type CheckpointTuple, getCheckpointId } from "@langchain/langgraph-checkpoint";
import { findRows } from "./find-rows.ts";
import { loadTuples, type Reading } from "./load-tuples.ts";
import { readConfig } from "./read-config.ts";
import { type CheckpointAddress, toCheckpointKey, toPrefix } from "./row-keys.ts";

const MOST_AT_ONCE = 64;

/**
 * Reads checkpoints for a walk from one to its ancestors, which stand closely before it as a rule: it
 * reads ahead, first one, then four, up to 64 in three queries. Of values only those of `channels` are
 * loaded.
 */
export function createAncestorReader(
  reading: Reading,
  channels: ReadonlySet<string>,
): (config: RunnableConfig) => Promise<CheckpointTuple | undefined> {
  const ahead = new Map<string, CheckpointTuple>();
  let atOnce = 1;

  async function readAhead(address: CheckpointAddress): Promise<void> {
    const { threadId, namespace } = address;
    const found = await reading.table.find({
      where: {
        all: [
          { column: "key", startsWith: toPrefix(threadId, "checkpoint", namespace) },
          { column: "key", isAtMost: toCheckpointKey(address) },
        ],
      },
      columns: ["key"],
      orderBy: [{ column: "key", descending: true }],
      limit: atOnce,
    });
    const keys = [...new Set(found.map(({ key }) => key))];
    const rows = await findRows(reading.table, keys);
    const tuples = await loadTuples(rows, reading, channels);
    ahead.clear();
    for (const [index, tuple] of tuples.entries()) ahead.set(rows[index]?.key ?? "", tuple);
    atOnce = Math.min(atOnce * 4, MOST_AT_ONCE);
  }

  return async (config) => {
    const { threadId, namespace = "" } = readConfig(config);
    if (!threadId) return undefined;
    const address = { threadId, namespace, checkpointId: getCheckpointId(config) };
    const key = toCheckpointKey(address);
    if (!ahead.has(key)) await readAhead(address);
    return ahead.get(key);
  };
}
