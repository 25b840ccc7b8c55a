import type { Checkpoint } from "@langchain/langgraph-checkpoint";
import { chooseNewest, type SweptCheckpoint } from "./choose-newest.ts";
import { findRows } from "./find-rows.ts";
import { loadValue, type Reading, toBlobKeys } from "./load-tuples.ts";
import { isLegacy } from "./migrate-pending-sends.ts";
import { createAncestorReader } from "./read-ancestors.ts";
import { toConfig } from "./read-config.ts";
import { readAddress, readKind, toCheckpointKey, toWritesPrefix } from "./row-keys.ts";

/** Rows that are read together. */
const AT_ONCE = 64;

/**
 * Tells of a key whether the checkpoints of a thread that were chosen need its row: it is one of them,
 * a value or a write of one; or one of an ancestor whose writes their state is made of. Writes to a
 * checkpoint that is yet to come are needed, too.
 *
 * A `DeltaChannel` has its state in the writes since its last snapshot: with these gone, it would be gone.
 */
export async function markNeeded(
  chosen: readonly SweptCheckpoint[],
  all: readonly SweptCheckpoint[],
  reading: Reading,
): Promise<(key: string) => boolean> {
  const staying = new Set(chosen.map(({ key }) => key));
  for (const one of chosen) {
    for (const { key } of await findReplayed(one, all, reading)) staying.add(key);
  }
  const prefixes = new Set(Array.from(staying, (key) => toWritesPrefix(readAddress(key))));
  const blobs = new Set<string>();
  for (const keys of inChunks([...staying])) {
    for (const { key, parent, payload } of await findRows(reading.table, keys)) {
      const address = readAddress(key);
      const checkpoint = await loadValue<Checkpoint>(payload, reading.serde);
      for (const blob of toBlobKeys(address, checkpoint)) blobs.add(blob.key);
      if (parent !== undefined && isLegacy(checkpoint)) {
        prefixes.add(toWritesPrefix({ ...address, checkpointId: parent }));
      }
    }
  }
  const newest = new Map(
    chooseNewest(all).map(({ address }) => [address.namespace, address.checkpointId]),
  );

  return (key) => {
    const kind = readKind(key);
    if (kind === "checkpoint") return staying.has(key);
    if (kind === "blob") return blobs.has(key);
    const address = readAddress(key);
    const isToCome = address.checkpointId > (newest.get(address.namespace) ?? "");
    return isToCome || prefixes.has(toWritesPrefix(address));
  };
}

/** The ancestors of a checkpoint whose writes are replayed to make its state, down to the last snapshots. */
async function findReplayed(
  { address, parent, metadata }: SweptCheckpoint,
  all: readonly SweptCheckpoint[],
  reading: Reading,
): Promise<SweptCheckpoint[]> {
  // LangGraph counts the steps of those channels whose last snapshot lies behind (langgraph 1.7.3).
  const channels = new Set(Object.keys(metadata.counters_since_delta_snapshot ?? {}));
  if (channels.size === 0) return [];
  const byKey = new Map(all.map((one) => [one.key, one]));
  const read = createAncestorReader(reading, new Set(channels));
  const replayed: SweptCheckpoint[] = [];
  let next = parent;
  while (channels.size > 0 && next !== undefined) {
    const at = { ...address, checkpointId: next };
    const ancestor = byKey.get(toCheckpointKey(at));
    if (ancestor === undefined) break;
    const tuple = await read(toConfig(at));
    for (const channel of Object.keys(tuple?.checkpoint.channel_values ?? {})) {
      channels.delete(channel);
    }
    replayed.push(ancestor);
    next = ancestor.parent;
  }
  return replayed;
}

function* inChunks<ITEM>(items: readonly ITEM[]): Generator<ITEM[]> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    yield items.slice(start, start + AT_ONCE);
  }
}
