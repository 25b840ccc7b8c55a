import type { CheckpointRow } from "./checkpoint-row.ts";
import type { SweptCheckpoint } from "./choose-newest.ts";
import { loadValue, type Reading } from "./load-tuples.ts";
import { readAddress } from "./row-keys.ts";
import { sweepThread } from "./sweep-thread.ts";

const ROWS_OF_PAGE = 1_000;

/** Removes the checkpoints whose metadata name one of these runs, with their writes, and values that no other needs. */
export async function deleteRuns(runIds: readonly string[], reading: Reading): Promise<void> {
  const runs = new Set<unknown>(runIds);
  const isOfRuns = ({ metadata }: Pick<SweptCheckpoint, "metadata">) => runs.has(metadata.run_id);
  const threads = new Set<string>();
  for await (const { key, metadata } of readHeads(reading)) {
    if (isOfRuns({ metadata: await loadValue(metadata, reading.serde) })) {
      threads.add(readAddress(key).threadId);
    }
  }
  for (const thread of threads) {
    await sweepThread(thread, (all) => all.filter((one) => !isOfRuns(one)), reading);
  }
}

/** All checkpoints of all threads, page by page. */
async function* readHeads({
  table,
}: Reading): AsyncGenerator<Pick<CheckpointRow, "key" | "metadata">> {
  let last = "";
  let size = ROWS_OF_PAGE;
  while (size === ROWS_OF_PAGE) {
    const rows = await table.find({
      where: {
        all: [
          { column: "checkpoint", isAbsent: false },
          { column: "key", isAbove: last },
        ],
      },
      columns: ["key", "metadata"],
      orderBy: [{ column: "key" }],
      limit: ROWS_OF_PAGE,
    });
    yield* rows;
    size = rows.length;
    last = rows.at(-1)?.key ?? last;
  }
}
