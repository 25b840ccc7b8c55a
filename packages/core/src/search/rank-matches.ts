import type { Embedder } from "../ports/embedder.ts";
import type { EpisodeRow, VersionRow } from "../ports/stored-rows.ts";
import { followRelations } from "../graph/follow-relations.ts";
import type { Candidates } from "./find-candidates.ts";
import { placeExchanges } from "./place-exchanges.ts";
import { placeMemories } from "./place-memories.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import { liftBySpans, raise } from "./time/fit-in-time.ts";
import { untoldTimesOf } from "./time/times-of.ts";
import { scoreByWords, type WordWeights } from "./words/score-by-words.ts";

/** What speaks for a memory, each 0…1. */
interface Signals {
  /** How near its meaning is to the query's, by their vectors. */
  readonly similarity: number;
  /** How well it answers the words of the query. */
  readonly words: number;
  /** How strongly the query leads to it over what other memories relate. */
  readonly relations: number;
}

/** A candidate with its place in the ranking. */
export interface Ranked {
  readonly row: VersionRow;
  readonly signals: Signals;
  /** 0…1, higher is more relevant. */
  readonly score: number;
}

/** How much the similarity of an embedder counts that says nothing about it; words count 1. */
const SIMILARITY_WEIGHT = 0.6;

/**
 * How much it counts that others lead to a memory. At 0.3 and more, questions over two and three
 * relations find their answer (`graph/questions.test.ts`); LoCoMo's, which hardly ask so, lose nothing at
 * 0.5 (dev half, recall@10 0.845 without, 0.850 with).
 */
const RELATIONS_WEIGHT = 0.5;

/**
 * Orders candidates by relevance, most relevant first.
 *
 * Signals are added up by their weights, not by their ranks: ranks let the weaker way of finding undo
 * what the stronger one is sure of (on LoCoMo, reciprocal rank fusion took recall@10 from 0.85 to 0.70).
 */
export function rankMatches(
  { memories, exchanges }: Candidates,
  query: PreparedQuery,
  {
    embedder: { similarityWeight = SIMILARITY_WEIGHT },
    wordWeights,
  }: { embedder: Pick<Embedder, "similarityWeight">; wordWeights: WordWeights },
): Ranked[] {
  const { text, words } = query;
  const placed = placeMemories(
    memories.map(({ row }) => row),
    exchanges,
    query,
  );
  const byWords = scoreByWords(words, placed, wordWeights);
  const byRelations = followRelations(
    memories.map(({ row }) => row),
    text,
  );
  return memories
    .map((candidate, index) => {
      const signals = {
        similarity: candidate.similarity,
        words: byWords[index] ?? 0,
        relations: byRelations.get(candidate.row.key) ?? 0,
      };
      const found =
        (signals.words + similarityWeight * signals.similarity) / (1 + similarityWeight);
      const sum = found + RELATIONS_WEIGHT * signals.relations;
      return { row: candidate.row, signals, sum };
    })
    .toSorted((a, b) => b.sum - a.sum || compareRecency(a.row, b.row))
    .map(({ row, signals, sum }) => ({ row, signals, score: toScore(sum) }));
}

/** Exchanges by how well they answer the words of the query and fit the time that it names, best first. */
export function rankExchanges(
  exchanges: readonly EpisodeRow[],
  query: PreparedQuery,
): { row: EpisodeRow; score: number }[] {
  const { words, time } = query;
  const scores = scoreByWords(words, placeExchanges(exchanges, query));
  return exchanges
    .map((row, index) => {
      const lift = liftBySpans(untoldTimesOf({ validFrom: row.at, validTo: row.at }), time);
      return { row, score: raise(toScore(scores[index] ?? 0), lift) };
    })
    .toSorted((a, b) => b.score - a.score || b.row.at.getTime() - a.row.at.getTime());
}

/** What a memory reaches that holds every word, and whose name and time are those that are asked for. */
const FULL_SUM = 1.5;

/** A relevance of 0…1 that means the same in every query. */
function toScore(sum: number): number {
  return Math.min(1, sum / FULL_SUM);
}

/** Of equally relevant memories the newer first; ids settle the rest, so that the order is stable. */
function compareRecency(a: VersionRow, b: VersionRow): number {
  return b.validFrom.getTime() - a.validFrom.getTime() || (a.key < b.key ? -1 : 1);
}
