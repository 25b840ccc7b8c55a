import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import type { Hits } from "./words/find-hits.ts";
import type { WordedMemory } from "./words/score-by-words.ts";

/**
 * Exchanges of one session less than so far apart speak for each other: who answers need not name what
 * was asked. On one conversation of LoCoMo, end to end, recall@10 over turns is 0.693 without, 0.761
 * with two minutes and 0.756 with five.
 */
const NEIGHBOURS_MS = 2 * 60_000;

/** Where the words of a query stand for each exchange: in it, and in those right before and after it. */
export function placeExchanges(
  exchanges: readonly EpisodeRow[],
  { findHits, readSaid }: Pick<PreparedQuery, "findHits" | "readSaid">,
): WordedMemory[] {
  const sessions = [...Map.groupBy(exchanges, ({ scope }) => scope).values()].map((rows) =>
    rows.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1)),
  );
  const placed = new Map<EpisodeRow, WordedMemory>();
  for (const session of sessions) {
    const hits = session.map((row) => findHits(row.terms));
    session.forEach((row, place) => {
      const own = hits[place];
      if (own === undefined) return;
      const near = (...places: number[]): Hits[] =>
        places.flatMap((other) => (isNear(row, session[other]) ? (hits[other] ?? []) : []));
      placed.set(row, {
        own,
        beside: near(place - 1, place + 1),
        around: near(place - 2, place + 2),
        ...readSaid(row),
      });
    });
  }
  return exchanges.flatMap((row) => placed.get(row) ?? []);
}

function isNear(row: EpisodeRow, other: EpisodeRow | undefined): boolean {
  return other !== undefined && Math.abs(other.at.getTime() - row.at.getTime()) <= NEIGHBOURS_MS;
}
