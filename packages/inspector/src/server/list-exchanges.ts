import type { Episode, Memory, Scope } from "@palimpsest/core";
import type { KeptExchange, Listed } from "../wire.ts";

const SHOWN = 50;
const READ_AT_ONCE = 500;

/** Which exchanges, and where the last page ended. */
interface Wanted {
  status?: Episode["status"] | undefined;
  cursor?: string | undefined;
}

/**
 * The exchanges under a scope and below, of one status if that is asked for, from where the last page
 * ended, with the memories that came from them.
 */
export async function listExchanges(
  memory: Pick<Memory, "episodes" | "get">,
  scope: Scope,
  wanted: Wanted,
): Promise<Listed<KeptExchange>> {
  const { results, cursor } = await listEpisodes(memory, scope, wanted);
  const exchanges = await Promise.all(results.map((episode) => withMemories(memory, episode)));
  return { results: exchanges, ...(cursor !== undefined && { cursor }) };
}

async function listEpisodes(
  memory: Pick<Memory, "episodes">,
  scope: Scope,
  { status, cursor }: Wanted,
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
  return { results, cursor: next };
}

/** What came from an exchange is seen by whoever carries all of its ids. */
async function withMemories(memory: Pick<Memory, "get">, episode: Episode): Promise<KeptExchange> {
  const { userId, agentId, sessionId } = episode;
  const scope = { userId, agentId, sessionId } as Scope;
  const records = await Promise.all(episode.derived.map((id) => memory.get(id, scope)));
  const derived = records
    .filter((record) => record !== undefined)
    .map(({ id, memory: text, status }) => ({ id, memory: text, status }));
  return { ...episode, derived };
}
