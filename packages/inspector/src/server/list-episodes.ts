import type { Episode, Memory, Scope } from "@palimpsest/core";
import type { Listed } from "../wire.ts";

const SHOWN = 50;
const READ_AT_ONCE = 500;

/** The exchanges under a scope and below, of one status if that is asked for, from where the last page ended. */
export async function listEpisodes(
  memory: Pick<Memory, "episodes">,
  scope: Scope,
  { status, cursor }: { status?: Episode["status"] | undefined; cursor?: string | undefined },
): Promise<Listed<Episode>> {
  const options = { ...scope, include: "subtree" } as const;
  if (status === undefined) return memory.episodes({ ...options, cursor, limit: SHOWN });
  const results: Episode[] = [];
  let next = cursor;
  do {
    const page = await memory.episodes({ ...options, cursor: next, limit: READ_AT_ONCE });
    results.push(...page.results.filter((episode) => episode.status === status));
    next = page.cursor;
  } while (next !== undefined && results.length < SHOWN);
  return { results, ...(next !== undefined && { cursor: next }) };
}
