import type { DurableTable } from "@palimpsest/core/tables";
import type { CheckpointRow } from "./checkpoint-row.ts";
import { findRows } from "./find-rows.ts";
import {
  type CheckpointAddress,
  readAddress,
  toCheckpointKey,
  toKeyBefore,
  toPrefix,
} from "./row-keys.ts";

/** Finds rows of checkpoints. */
export interface CheckpointFinder {
  /** The row of a checkpoint, in one query. */
  at(address: CheckpointAddress): Promise<CheckpointRow | undefined>;
  /** The row of the checkpoint of a namespace that has the largest id. */
  newest(threadId: string, namespace: string): Promise<CheckpointRow | undefined>;
  /** Says that a checkpoint is there now. */
  note(address: CheckpointAddress): void;
}

/** Namespaces whose newest checkpoint is remembered: 200 bytes each. */
const MOST_KNOWN = 10_000;

/**
 * Finds rows in a table.
 *
 * The newest checkpoint of a namespace that was seen before is looked for from there on, in one query
 * whose cost does not grow with the thread, and which sees what other processes wrote. For one that was
 * not, the ids of all of them are put in order first.
 */
export function createCheckpointFinder(table: DurableTable<CheckpointRow>): CheckpointFinder {
  const known = new Map<string, CheckpointAddress>();

  function note(address: CheckpointAddress): void {
    const prefix = toPrefix(address.threadId, "checkpoint", address.namespace);
    // Set anew, it is the last to be forgotten.
    known.delete(prefix);
    known.set(prefix, address);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  }

  async function findFrom(
    address: CheckpointAddress,
    prefix: string,
  ): Promise<CheckpointRow | undefined> {
    const [row] = await table.find({
      where: {
        all: [
          { column: "key", isAbove: toKeyBefore(address) },
          { column: "key", startsWith: prefix },
        ],
      },
      orderBy: NEWEST_FIRST,
      limit: 1,
    });
    return row;
  }

  async function at(address: CheckpointAddress): Promise<CheckpointRow | undefined> {
    const [row] = await findRows(table, [toCheckpointKey(address)]);
    return row;
  }

  async function newest(threadId: string, namespace: string): Promise<CheckpointRow | undefined> {
    const prefix = toPrefix(threadId, "checkpoint", namespace);
    const last = known.get(prefix);
    const row = last && (await findFrom(last, prefix));
    if (row) {
      note(readAddress(row.key));
      return row;
    }
    known.delete(prefix);
    const [first] = await table.find({
      where: { column: "key", startsWith: prefix },
      columns: ["key"],
      orderBy: [{ column: "key", descending: true }],
      limit: 1,
    });
    if (first === undefined) return undefined;
    const address = readAddress(first.key);
    note(address);
    return at(address);
  }

  return { at, newest, note };
}

const NEWEST_FIRST = [
  { column: "key", descending: true },
  { column: "stamp", descending: true },
] as const;
