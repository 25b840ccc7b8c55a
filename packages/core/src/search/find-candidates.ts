import type { Engine } from "../engine.ts";
import type { MemoryStore, Whose } from "../ports/memory-store.ts";
import type { Vector, VersionRow } from "../ports/stored-rows.ts";
import { type Answering, newestOfEach } from "../reading.ts";
import { joinFound, type Related } from "../relevance.ts";

/** A query, ready to be looked for. */
export interface PreparedQuery {
  vector: Vector;
  terms: readonly string[];
}

/** Largest number of rows that one way of finding is asked for. */
const MOST_CANDIDATES = 10_000;

/**
 * What may answer a query, in no order: found by meaning or by words, each way adding to the other.
 *
 * Scope and time are part of the look-up itself. `accepts` is asked afterwards, so the look-up
 * widens until enough are accepted or there is nothing more to find.
 */
export async function findCandidates(
  { settings: { embedder } }: Engine,
  store: MemoryStore,
  { vector, terms }: PreparedQuery,
  {
    whose,
    answering: { where, isUnexpired, standsFor },
    wanted,
    accepts,
  }: {
    whose: Whose;
    answering: Answering;
    wanted: number;
    accepts: (row: VersionRow) => boolean;
  },
): Promise<Related[]> {
  const valid = <FOUND extends { row: VersionRow }>(found: readonly FOUND[]) =>
    found.filter(({ row }) => isUnexpired(row));
  for (let limit = wanted; ; limit *= 4) {
    const [[near = []], [worded = []]] = await Promise.all([
      store.memories.findNearest(whose, [vector], { where, limit }),
      store.memories.findByTerms(whose, [terms], { where, limit }),
    ]);
    const found = newestOfEach(joinFound(valid(near), valid(worded), terms, embedder), standsFor);
    const accepted = found.filter(({ row }) => accepts(row));
    const isExhausted = near.length < limit && worded.length < limit;
    if (isExhausted || accepted.length >= wanted || limit >= MOST_CANDIDATES) return accepted;
  }
}
