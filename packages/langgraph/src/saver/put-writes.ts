import { type PendingWrite, WRITES_IDX_MAP } from "@langchain/langgraph-checkpoint";
import type { CheckpointRow } from "./checkpoint-row.ts";
import { packValues } from "./pack-values.ts";
import type { Writing } from "./put-checkpoint.ts";
import { type CheckpointAddress, toWritesKey } from "./row-keys.ts";

/** What is known of a write beside its value. */
export interface WriteLabel {
  readonly channel: string;
  /** Its place among those of the task: below 0 for one that replaces what stood there. */
  readonly index: number;
  /** Where the task stands in the graph; "" when nobody said. */
  readonly taskPath: string;
}

/** The task that writes. */
export interface WritingTask {
  readonly taskId: string;
  readonly taskPath: string;
}

/** The row of the writes of one call: together, because each of several tools gets the whole state. */
export async function toWritesRow(
  address: CheckpointAddress,
  { taskId, taskPath }: WritingTask,
  writes: readonly PendingWrite[],
  { serde, compress, stamp }: Writing,
): Promise<CheckpointRow> {
  const values = await Promise.all(
    writes.map(async ([channel, value], position) => {
      const [type, bytes] = await serde.dumpsTyped(value);
      // Decided write by write: LangGraph sends mixed calls, such as a resume and a value (1.7.3).
      const index = WRITES_IDX_MAP[channel] ?? position;
      return { type, bytes, label: { channel, index, taskPath } satisfies WriteLabel };
    }),
  );
  return {
    key: toWritesKey(address, taskId, stamp),
    stamp,
    payload: await packValues(values, { compress }),
  };
}
