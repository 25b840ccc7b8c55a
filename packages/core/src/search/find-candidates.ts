import type { Engine } from "../engine.ts";
import { findAhead } from "../graph/find-ahead.ts";
import type { MemoryStore, Whose } from "../ports/memory-store.ts";
import type { EpisodeRow, VersionRow } from "../ports/stored-rows.ts";
import { type Answering, newestOfEach } from "../reading.ts";
import { toSimilarity } from "../relevance.ts";
import { ownerScope, type Scope } from "../scope.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import { findInTime } from "./time/find-in-time.ts";

/** A memory that may answer a query. */
interface Candidate {
  readonly row: VersionRow;
  /** How near it is to the query in meaning, 0…1; 0 for one that was found otherwise only. */
  readonly similarity: number;
}

/** What may answer a query, in no order. */
export interface Candidates {
  readonly memories: readonly Candidate[];
  /** Exchanges that hold words of the query, of all sessions of the same owner. */
  readonly exchanges: readonly EpisodeRow[];
}

/** Which memories are looked at. */
export interface Sought {
  readonly scope: Scope;
  readonly whose: Whose;
  readonly answering: Answering;
  /** How many are needed at least, where there are so many. */
  readonly wanted: number;
  /** Asked of what was found: the look-up widens until enough are accepted. */
  readonly accepts: (row: VersionRow) => boolean;
}

/**
 * Memories up to which a scope is read whole, so that each is weighed against all others: 100 take
 * 8 ms, 500 some 20, 1,000 some 23, at 100,000 memories in all (LanceDB 0.39.0).
 */
const MOST_READ_WHOLE = 500;

/** How many of a larger scope are asked for by meaning, and by words. */
const LEAST_NEAREST = 100;
const LEAST_WORDED = 200;

/** Largest number of rows that one way of finding is asked for. */
const MOST_CANDIDATES = 10_000;

/** Exchanges that are asked for: on LoCoMo 50 find 0.3 points of recall@10 less, and 300 no more. */
const MOST_EXCHANGES = 120;

/**
 * What may answer a query: all memories of a small scope; of a larger one those that are nearest in
 * meaning, those that hold most of its words, and those of a time that it asks for. Scope and time are
 * part of the look-up itself.
 */
export async function findCandidates(
  engine: Engine,
  store: MemoryStore,
  query: PreparedQuery,
  sought: Sought,
): Promise<Candidates> {
  const [memories, exchanges] = await Promise.all([
    findMemories(engine, store, query, sought),
    findExchanges(store, query, sought),
  ]);
  return { memories, exchanges };
}

async function findMemories(
  engine: Engine,
  store: MemoryStore,
  query: PreparedQuery,
  sought: Sought,
): Promise<Candidate[]> {
  const { largeScopes } = engine;
  const { whose } = sought;
  if (!largeScopes.has(whose)) {
    const all = await findAll(engine, store, query, sought);
    if (all) return all;
    largeScopes.add(whose);
  }
  const found = await findAmongMany(engine, store, query, sought);
  if (found) return found;
  largeScopes.delete(whose);
  return findMemories(engine, store, query, sought);
}

/** The memories of a small scope; `undefined` if it is not. */
async function findAll(
  { settings: { embedder } }: Engine,
  store: MemoryStore,
  { vector }: PreparedQuery,
  { whose, answering: { where, isUnexpired, standsFor }, accepts }: Sought,
): Promise<Candidate[] | undefined> {
  const [near = []] = await store.memories.findNearest(whose, [vector], {
    where,
    limit: MOST_READ_WHOLE + 1,
  });
  if (near.length > MOST_READ_WHOLE) return undefined;
  const valid = near
    .filter(({ row }) => isUnexpired(row))
    .map(({ row, cosine }) => ({ row, similarity: toSimilarity(cosine, embedder) }));
  return newestOfEach(valid, standsFor).filter(({ row }) => accepts(row));
}

/** Memories of a large scope; `undefined` if it is a small one by now. */
async function findAmongMany(
  { settings: { embedder } }: Engine,
  store: MemoryStore,
  { text, vector, terms, time }: PreparedQuery,
  { whose, answering: { where, isUnexpired, standsFor }, wanted, accepts }: Sought,
): Promise<Candidate[] | undefined> {
  const counting = store.memories.count(whose, where);
  let nearest = Math.max(LEAST_NEAREST, wanted);
  let worded = Math.max(LEAST_WORDED, wanted);
  for (; ; nearest *= 4, worded *= 4) {
    const [[near = []], [held = []], begun, count] = await Promise.all([
      store.memories.findNearest(whose, [vector], { where, limit: nearest }),
      store.memories.findByTerms(whose, [terms], { where, limit: worded }),
      findInTime(store, time, { whose, where, limit: worded }),
      counting,
    ]);
    if (count <= MOST_READ_WHOLE) return undefined;
    const found = new Map<string, Candidate>();
    for (const { row } of [...held, ...begun]) found.set(row.key, { row, similarity: 0 });
    for (const { row, cosine } of near) {
      found.set(row.key, { row, similarity: toSimilarity(cosine, embedder) });
    }
    const valid = [...found.values()].filter(({ row }) => isUnexpired(row));
    const accepted = newestOfEach(valid, standsFor).filter(({ row }) => accepts(row));
    const isExhausted = near.length < nearest && held.length < worded;
    if (!isExhausted && accepted.length < wanted && nearest < MOST_CANDIDATES) continue;
    const rows = accepted.map(({ row }) => row);
    const ahead = await findAhead(store, whose, { where, rows, question: text });
    const added = ahead
      .filter((row) => isUnexpired(row) && accepts(row))
      .map((row) => ({ row, similarity: 0 }));
    return newestOfEach([...accepted, ...added], standsFor);
  }
}

async function findExchanges(
  { episodes }: MemoryStore,
  { terms, findHits, readSaid }: PreparedQuery,
  { scope, whose }: Sought,
): Promise<EpisodeRow[]> {
  const [found = []] = await episodes.findByTerms(ofSameOwner(scope, whose), [terms], {
    limit: MOST_EXCHANGES,
  });
  // Reckoned and kept for the ranking, while the memories are still on their way.
  for (const { row } of found) {
    findHits(row.terms);
    readSaid(row);
  }
  return found.map(({ row }) => row);
}

/** A user's memories come from exchanges of all sessions. Sessions and agents are not looked up by an index. */
export function ofSameOwner(scope: Scope, whose: Whose): Whose {
  const owner = ownerScope(scope);
  return owner.userId === undefined ? whose : { type: "subtree", scope: owner };
}
