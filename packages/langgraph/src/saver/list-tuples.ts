import type { CheckpointTuple } from "@langchain/langgraph-checkpoint";
import type { Condition } from "@palimpsest/core/tables";
import type { CheckpointRow } from "./checkpoint-row.ts";
import { loadTuples, loadValue, type Reading } from "./load-tuples.ts";
import type { PartialAddress } from "./read-config.ts";
import { readCheckpointKey, toPrefix } from "./row-keys.ts";

/** Which checkpoints are listed. */
export interface Listing {
  readonly at: PartialAddress;
  /** Only those with smaller ids. */
  readonly before?: string | undefined;
  /** What their metadata has to hold; entries that are `undefined` say nothing. */
  readonly filter?: Readonly<Record<string, unknown>> | undefined;
  readonly limit?: number | undefined;
}

const MOST_ROWS_OF_PAGE = 64;
const MOST_TUPLES_AT_ONCE = 16;

/**
 * Checkpoints, those with the largest ids first.
 *
 * Reads ahead as far as its caller goes: a page of rows without values, and of them first one, then
 * two, four, up to 16 complete checkpoints with one query each.
 */
export async function* listTuples(
  { limit = Infinity, ...listing }: Listing,
  reading: Reading,
): AsyncGenerator<CheckpointTuple> {
  let left = limit;
  let atOnce = 1;
  if (left <= 0) return;
  for await (const page of findPages(listing, reading, Math.min(left, MOST_ROWS_OF_PAGE))) {
    let rows = page.slice(0, left);
    left -= rows.length;
    while (rows.length > 0) {
      yield* await loadTuples(rows.slice(0, atOnce), reading);
      rows = rows.slice(atOnce);
      atOnce = Math.min(atOnce * 2, MOST_TUPLES_AT_ONCE);
    }
    if (left <= 0) return;
  }
}

/** The rows of a listing, page by page. */
async function* findPages(
  { at, before, filter = {} }: Omit<Listing, "limit">,
  { table, serde }: Reading,
  size: number,
): AsyncGenerator<CheckpointRow[]> {
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);

  async function isWanted({ key, metadata }: CheckpointRow): Promise<boolean> {
    const { namespace } = readCheckpointKey(key);
    if (at.namespace !== undefined && at.namespace !== namespace) return false;
    if (wanted.length === 0) return true;
    const values = await loadValue<Record<string, unknown>>(metadata, serde);
    return wanted.every(([name, value]) => values[name] === value);
  }

  let last: CheckpointRow | undefined;
  do {
    const rows: CheckpointRow[] = await table.find({
      where: {
        all: [
          toCondition(at),
          ...(before ? [{ column: "checkpoint" as const, isBelow: before }] : []),
          ...(last ? [isAfter(last)] : []),
        ],
      },
      orderBy: [
        { column: "checkpoint", descending: true },
        { column: "key" },
        { column: "stamp", descending: true },
      ],
      limit: size,
    });
    const current = rows.filter(({ key }, index) => key !== (rows[index - 1] ?? last)?.key);
    const isTaken = await Promise.all(current.map(isWanted));
    yield current.filter((_, index) => isTaken[index]);
    last = rows.length < size ? undefined : rows.at(-1);
  } while (last);
}

function toCondition({
  threadId,
  namespace,
  checkpointId,
}: PartialAddress): Condition<CheckpointRow> {
  return {
    all: [
      threadId === undefined
        ? { column: "checkpoint", isAbsent: false }
        : { column: "key", startsWith: toPrefix(threadId, "checkpoint", namespace) },
      ...(checkpointId ? [{ column: "checkpoint" as const, equals: checkpointId }] : []),
    ],
  };
}

/** Those that come after a row in the order of a listing, and are no earlier state of the same checkpoint. */
function isAfter({ checkpoint = "", key }: CheckpointRow): Condition<CheckpointRow> {
  return {
    any: [
      { column: "checkpoint", isBelow: checkpoint },
      {
        all: [
          { column: "checkpoint", equals: checkpoint },
          { column: "key", isAbove: key },
        ],
      },
    ],
  };
}
