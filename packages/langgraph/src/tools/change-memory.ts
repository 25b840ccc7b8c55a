import type { Memory } from "@palimpsest/core";
import type { CallScope } from "@palimpsest/core/adapter";

/** Gives a memory the text of a model's, and says that it did, or why not. */
export async function updateMemory(
  memory: Pick<Memory, "get" | "update">,
  id: string,
  text: string,
  scope: CallScope,
): Promise<string> {
  const refusal = await refuseChange(memory, id, scope);
  if (refusal !== undefined) return refusal;
  await memory.update(id, { text }, scope);
  return `updated memory ${id}`;
}

/** Takes a memory back, and says that it did, or why not. */
export async function deleteMemory(
  memory: Pick<Memory, "get" | "delete">,
  id: string,
  scope: CallScope,
): Promise<string> {
  const refusal = await refuseChange(memory, id, scope);
  if (refusal !== undefined) return refusal;
  await memory.delete(id, scope);
  return `Deleted memory ${id}`;
}

/** Why a memory cannot be changed: the scope knows none of that id, or it is not a model's to change. */
async function refuseChange(
  memory: Pick<Memory, "get">,
  id: string,
  scope: CallScope,
): Promise<string | undefined> {
  const known = await memory.get(id, scope);
  if (known?.status !== "current") return `No memory has the id "${id}". Search for it first.`;
  return known.pinned ? "The user has locked this memory: only the user can change it." : undefined;
}
