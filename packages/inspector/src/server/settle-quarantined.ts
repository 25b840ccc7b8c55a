import {
  type Change,
  type Memory,
  MemoryNotFoundError,
  type MemoryRecord,
  type Scope,
} from "@palimpsest/core";
import { HTTPException } from "hono/http-exception";

/** A memory that waits for a person, by the ids that it carries. */
export interface HeldBack {
  id: string;
  scope: Scope;
}

/**
 * Lets in a memory that is in quarantine: from then on it is found, and said to models.
 *
 * @throws {MemoryNotFoundError} when the scope sees no memory of that id.
 * @throws {HTTPException} with 409 when it is not in quarantine any more.
 */
export async function releaseMemory(
  memory: Pick<Memory, "get" | "restore">,
  { id, scope }: HeldBack,
): Promise<Change> {
  const { version } = await findHeldBack(memory, id, scope);
  return memory.restore(id, version, scope);
}

/** Drops a memory that is in quarantine. What stays is its history. Throws as `releaseMemory` does. */
export async function dropMemory(
  memory: Pick<Memory, "get" | "delete">,
  { id, scope }: HeldBack,
): Promise<Change> {
  await findHeldBack(memory, id, scope);
  return memory.delete(id, scope);
}

// Another page or the application may have settled it meanwhile: `delete` would then take back what
// somebody has let in.
async function findHeldBack(
  memory: Pick<Memory, "get">,
  id: string,
  scope: Scope,
): Promise<MemoryRecord> {
  const record = await memory.get(id, scope);
  if (record === undefined) throw new MemoryNotFoundError(id);
  if (record.status === "quarantined") return record;
  throw new HTTPException(409, {
    message: `It is not in quarantine any more, but ${record.status}. Look at its life.`,
  });
}
