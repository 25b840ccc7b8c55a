import type { Engine } from "../engine.ts";
import type { MemoryStore, Whose } from "../ports/memory-store.ts";
import type { Vector, VersionRow } from "../ports/stored-rows.ts";
import { type Answering, newestOfEach } from "../reading.ts";
import { joinFound, type Related } from "../relevance.ts";
import { findInTime } from "./time/find-in-time.ts";
import type { TimedQuestion } from "./time/place-anchor.ts";

/** A query, ready to be looked for. */
export interface PreparedQuery {
  vector: Vector;
  terms: readonly string[];
  /** What it says about time. */
  time?: TimedQuestion | undefined;
}

/** Largest number of rows that one way of finding is asked for. */
const MOST_CANDIDATES = 10_000;

/**
 * What may answer a query, in no order: found by meaning, by words or by time, each way adding to the
 * others.
 *
 * Scope and time are part of the look-up itself. `accepts` is asked afterwards, so the look-up
 * widens until enough are accepted or there is nothing more to find.
 */
export async function findCandidates(
  { settings: { embedder } }: Engine,
  store: MemoryStore,
  { vector, terms, time }: PreparedQuery,
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
    const [[near = []], [worded = []], timed] = await Promise.all([
      store.memories.findNearest(whose, [vector], { where, limit }),
      store.memories.findByTerms(whose, [terms], { where, limit }),
      time ? findInTime(store, time, { whose, where, limit }) : [],
    ]);
    const found = newestOfEach(
      addFound(joinFound(valid(near), valid(worded), terms, embedder), valid(timed)),
      standsFor,
    );
    const accepted = found.filter(({ row }) => accepts(row));
    const isExhausted = [near, worded, timed].every(({ length }) => length < limit);
    if (isExhausted || accepted.length >= wanted || limit >= MOST_CANDIDATES) return accepted;
  }
}

/** Adds what was found otherwise, of which neither meaning nor words speak. */
function addFound(related: readonly Related[], others: readonly { row: VersionRow }[]): Related[] {
  const keys = new Set(related.map(({ row }) => row.key));
  const added = others.filter(({ row }) => !keys.has(row.key));
  return [...related, ...added.map(({ row }) => ({ row, similarity: 0, wordOverlap: 0 }))];
}
