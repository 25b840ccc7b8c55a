import { isDeepStrictEqual } from "node:util";
import type { CheckpointTuple } from "@langchain/langgraph-checkpoint";
import type { Condition } from "@palimpsest/core/tables";
import type { CheckpointRow } from "./checkpoint-row.ts";
import { findRows } from "./find-rows.ts";
import { loadTuples, loadValue, type Reading } from "./load-tuples.ts";
import type { PartialAddress } from "./read-config.ts";
import { readAddress, toPrefix } from "./row-keys.ts";

/** Which checkpoints are listed. */
export interface Listing {
  readonly at: PartialAddress;
  /** Only those with smaller ids. */
  readonly before?: string | undefined;
  /** What their metadata has to hold; entries that are `undefined` say nothing. */
  readonly filter?: Readonly<Record<string, unknown>> | undefined;
  readonly limit?: number | undefined;
}

type IndexRow = Pick<CheckpointRow, "key" | "checkpoint" | "metadata">;

const MOST_ROWS_OF_PAGE = 256;
const MOST_TUPLES_AT_ONCE = 16;

/**
 * Checkpoints, those with the largest ids first.
 *
 * Reads ahead as its caller goes on: a page of keys, and of those first one, then two, four, up to 16
 * complete checkpoints, in two queries. Only the keys are put in order, of all checkpoints of the thread.
 */
export async function* listTuples(
  { limit = Infinity, ...listing }: Listing,
  reading: Reading,
): AsyncGenerator<CheckpointTuple> {
  let left = limit;
  let atOnce = 1;
  if (left <= 0) return;
  for await (const page of findPages(listing, reading, Math.min(left, MOST_ROWS_OF_PAGE))) {
    let keys = page.slice(0, left);
    left -= keys.length;
    while (keys.length > 0) {
      const rows = await findRows(reading.table, keys.slice(0, atOnce));
      yield* await loadTuples(rows, reading);
      keys = keys.slice(atOnce);
      atOnce = Math.min(atOnce * 2, MOST_TUPLES_AT_ONCE);
    }
    if (left <= 0) return;
  }
}

/** The keys of a listing, page by page. */
async function* findPages(
  { at, before, filter = {} }: Omit<Listing, "limit">,
  { table, serde }: Reading,
  size: number,
): AsyncGenerator<string[]> {
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);

  async function isWanted({ key, metadata }: IndexRow): Promise<boolean> {
    const { namespace } = readAddress(key);
    if (at.namespace !== undefined && at.namespace !== namespace) return false;
    if (wanted.length === 0) return true;
    const values = await loadValue<Record<string, unknown>>(metadata, serde);
    return wanted.every(([name, value]) => isDeepStrictEqual(values[name], value));
  }

  let last: IndexRow | undefined;
  do {
    const rows: IndexRow[] = await table.find({
      where: {
        all: [isAt(at), ...(before ? [isBefore(before)] : []), ...(last ? [isAfter(last)] : [])],
      },
      columns: ["key", "checkpoint", "stamp", ...(wanted.length > 0 ? ["metadata" as const] : [])],
      orderBy: [
        { column: "checkpoint", descending: true },
        { column: "key" },
        { column: "stamp", descending: true },
      ],
      limit: size,
    });
    // Of a checkpoint that was put again the last row comes first.
    const current = rows.filter(({ key }, index) => key !== rows[index - 1]?.key);
    const isTaken = await Promise.all(current.map(isWanted));
    yield current.flatMap(({ key }, index) => (isTaken[index] ? [key] : []));
    last = rows.length < size ? undefined : rows.at(-1);
  } while (last);
}

function isAt({ threadId, namespace, checkpointId }: PartialAddress): Condition<CheckpointRow> {
  const place: Condition<CheckpointRow> =
    threadId === undefined
      ? { column: "checkpoint", isAbsent: false }
      : { column: "key", startsWith: toPrefix(threadId, "checkpoint", namespace) };
  return checkpointId ? { all: [place, { column: "checkpoint", equals: checkpointId }] } : place;
}

function isBefore(checkpointId: string): Condition<CheckpointRow> {
  return { column: "checkpoint", isBelow: checkpointId };
}

/** Those that come after a row in the order of a listing, earlier rows of the same checkpoint left out. */
function isAfter({ checkpoint = "", key }: IndexRow): Condition<CheckpointRow> {
  const isLevel: Condition<CheckpointRow> = {
    all: [
      { column: "checkpoint", equals: checkpoint },
      { column: "key", isAbove: key },
    ],
  };
  return { any: [isBefore(checkpoint), isLevel] };
}
