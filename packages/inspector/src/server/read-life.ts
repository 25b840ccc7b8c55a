import type { Episode, Memory, Scope } from "@palimpsest/core";
import { MemoryNotFoundError } from "@palimpsest/core";
import type { MemoryLife } from "../wire.ts";

/** Everything that became of a memory, and the exchanges that it came from, in the scope that sees it. */
export async function readLife(
  memory: Pick<Memory, "get" | "history" | "episodes">,
  id: string,
  scope: Scope,
): Promise<MemoryLife> {
  const record = await memory.get(id, scope);
  if (record === undefined) throw new MemoryNotFoundError(id);
  const { results: versions } = await memory.history(id, scope);
  const episodeIds = new Set(versions.flatMap((version) => version.episodeIds));
  // A memory of a user may come from an exchange in one of the user's sessions.
  const owner: Scope = record.userId === undefined ? scope : { userId: record.userId };
  const episodes: Episode[] = [];
  for (const episodeId of episodeIds) {
    const { results } = await memory.episodes({ ...owner, id: episodeId, include: "subtree" });
    episodes.push(...results);
  }
  return { record, versions, episodes };
}
