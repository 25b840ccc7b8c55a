import type { MemoryStore, Whose } from "../ports/memory-store.ts";
import type { ExchangeMatch } from "../record.ts";

/**
 * The exchanges without those that taught something which was superseded or taken back: their words
 * would bring back what the memories know better. One look-up, and none where there are no exchanges.
 */
export async function omitOutdated(
  { memories }: MemoryStore,
  whose: Whose,
  exchanges: readonly ExchangeMatch[],
): Promise<ExchangeMatch[]> {
  if (exchanges.length === 0) return [];
  const outdated = await memories.find(whose, {
    where: {
      all: [
        { column: "status", notEquals: "current" },
        { any: exchanges.map(({ id }) => ({ column: "episodeIds", contains: id })) },
      ],
    },
  });
  const omitted = new Set(outdated.flatMap(({ episodeIds }) => episodeIds));
  return exchanges.filter(({ id }) => !omitted.has(id));
}
