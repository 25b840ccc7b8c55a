import { MemoryError, type Change, type Memory } from "@palimpsest/core";

/** What a bench does to a memory of notes. */
export type Operation =
  | { type: "add"; userId: string; note: string; idempotencyKey: string }
  | { type: "put"; userId: string; note: string }
  | { type: "update"; userId: string; id: string; note: string }
  | { type: "delete"; userId: string; id: string }
  | { type: "maintain" };

/** How it ended: with changes that are kept from now on, or in an error that says why not. */
export type Outcome =
  | { type: "done"; changes: Change[]; isDuplicate: boolean }
  /** `code` is that of a MemoryError; without one it is no error that anybody was promised. */
  | { type: "failed"; code: string | undefined; message: string };

/** Performs an operation on a memory. Never rejects. */
export async function perform(memory: Memory, operation: Operation): Promise<Outcome> {
  try {
    return { type: "done", ...(await apply(memory, operation)) };
  } catch (error) {
    const code = MemoryError.isInstance(error) ? error.code : undefined;
    return {
      type: "failed",
      code,
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

async function apply(
  memory: Memory,
  operation: Operation,
): Promise<{ changes: Change[]; isDuplicate: boolean }> {
  switch (operation.type) {
    case "add": {
      const { userId, note, idempotencyKey } = operation;
      const { results, report } = await memory.add(note, { userId, idempotencyKey });
      if (report.status === "pending") throw new Error(`pending: ${report.error?.message}`);
      return { changes: results, isDuplicate: report.status === "duplicate" };
    }
    case "put":
      return one(await memory.put(operation.note, { userId: operation.userId }));
    case "update": {
      const { id, note, userId } = operation;
      return one(await memory.update(id, { text: note }, { userId }));
    }
    case "delete":
      return one(await memory.delete(operation.id, { userId: operation.userId }));
    case "maintain":
      await memory.maintain();
      return { changes: [], isDuplicate: false };
    default:
      return operation satisfies never;
  }
}

function one(change: Change): { changes: Change[]; isDuplicate: boolean } {
  return { changes: [change], isDuplicate: false };
}
