import type { EpisodeRow, VersionRow } from "../ports/stored-rows.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import type { Hits } from "./words/find-hits.ts";
import type { WordedMemory } from "./words/score-by-words.ts";

/** Memories that were true from within so many hours of each other may be of one conversation. */
const SAME_CONVERSATION_HOURS = 12;

/** Where the words of a query stand for each memory: in it, in what it came from, and beside it. */
export function placeMemories(
  rows: readonly VersionRow[],
  exchanges: readonly EpisodeRow[],
  { findHits, tellsAnswer, readSaid }: Pick<PreparedQuery, "findHits" | "tellsAnswer" | "readSaid">,
): WordedMemory[] {
  const said = new Map(exchanges.map((row) => [row.key, toSaid(row)]));
  const own = new Map(rows.map((row) => [row, findHits(row.terms)]));
  const order = rows.toSorted(compareLearning);
  const places = new Map(order.map((row, place) => [row, place]));

  return rows.map((row) => {
    const place = places.get(row) ?? 0;
    const sources = row.episodeIds.flatMap((id) => said.get(id) ?? []);
    return {
      own: hitsOf(row),
      said: mergeHits(sources.map(({ hits }) => hits)),
      beside: [order[place - 1], order[place + 1]].flatMap((other) => besideHits(row, other)),
      around: [order[place - 2], order[place + 2]].flatMap((other) => besideHits(row, other)),
      tellsAnswer: tellsAnswer(row.text),
      isAsked: sources.length > 0 && sources.every(({ isAsked }) => isAsked),
    };
  });

  function toSaid(row: EpisodeRow): { hits: Hits; isAsked: boolean } {
    return { hits: findHits(row.terms), isAsked: readSaid(row).isAsked };
  }

  function hitsOf(row: VersionRow): Hits {
    return own.get(row) ?? findHits(row.terms);
  }

  function besideHits(row: VersionRow, other: VersionRow | undefined): Hits[] {
    return other && areOfOneConversation(row, other) ? [hitsOf(other)] : [];
  }
}

/** In the order in which they were learned; what one exchange taught in the order of its keys. */
function compareLearning(a: VersionRow, b: VersionRow): number {
  return a.recordedAt.getTime() - b.recordedAt.getTime() || (a.key < b.key ? -1 : 1);
}

/** What nobody said to anybody, but was put there, stands alone. */
function areOfOneConversation(one: VersionRow, other: VersionRow): boolean {
  if (one.episodeIds.length === 0 || other.episodeIds.length === 0) return false;
  const apart = Math.abs(one.validFrom.getTime() - other.validFrom.getTime());
  const shared = one.episodeIds.some((id) => other.episodeIds.includes(id));
  return shared || apart <= SAME_CONVERSATION_HOURS * 3_600_000;
}

/** The best of several exchanges, word by word. */
function mergeHits(all: readonly Hits[]): Hits | undefined {
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first;
  const best = (what: "exact" | "pairs" | "near") =>
    first[what].map((value, place) =>
      Math.max(value, ...others.map((hits) => hits[what][place] ?? 0)),
    );
  return {
    exact: best("exact"),
    pairs: best("pairs"),
    near: best("near"),
    length: all.reduce((sum, { length }) => sum + length, 0) / all.length,
  };
}
