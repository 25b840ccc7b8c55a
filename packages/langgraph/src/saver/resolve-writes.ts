import { Buffer } from "node:buffer";
import type { CheckpointPendingWrite, SerializerProtocol } from "@langchain/langgraph-checkpoint";
import type { CheckpointRow } from "./checkpoint-row.ts";
import { type LabelledValue, unpackValues } from "./pack-values.ts";
import type { WriteLabel } from "./put-writes.ts";
import { readTask } from "./row-keys.ts";

type WritesRow = Pick<CheckpointRow, "key" | "stamp" | "payload">;
type StoredWrite = LabelledValue<WriteLabel> & { readonly taskId: string };

/**
 * The writes of a checkpoint, in the order in which a run applies them: by path, task and place.
 *
 * Of several writes of one task in one place the first counts, because it is a task that ran twice; or
 * the last, where the place is that of an error, an interrupt or a resume.
 */
export async function resolveWrites(
  rows: readonly WritesRow[],
  serde: SerializerProtocol,
): Promise<CheckpointPendingWrite[]> {
  const calls = await Promise.all(rows.toSorted(byStamp).map(readRow));
  const places = new Map<string, StoredWrite>();
  for (const write of calls.flat()) {
    const place = JSON.stringify([write.taskId, write.label.index]);
    if (write.label.index < 0 || !places.has(place)) places.set(place, write);
  }
  const ordered = [...places.values()].toSorted(inOrder);
  return Promise.all(
    ordered.map(async ({ taskId, type, bytes, label }): Promise<CheckpointPendingWrite> => [
      taskId,
      label.channel,
      await serde.loadsTyped(type, bytes),
    ]),
  );
}

async function readRow({ key, payload }: WritesRow): Promise<StoredWrite[]> {
  const taskId = readTask(key);
  const values = await unpackValues<WriteLabel>(payload);
  return values.map((value) => ({ ...value, taskId }));
}

function byStamp(a: { stamp: string }, b: { stamp: string }): number {
  return compareTexts(a.stamp, b.stamp);
}

function inOrder(a: StoredWrite, b: StoredWrite): number {
  return (
    compareTexts(a.label.taskPath, b.label.taskPath) ||
    compareTexts(a.taskId, b.taskId) ||
    a.label.index - b.label.index
  );
}

/** By code points, as LangGraph orders them; `<` goes by UTF-16 units. */
function compareTexts(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
