import { readStoredMessages } from "../episodes/exchange.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { ReadingTime } from "../reading.ts";
import type { ExchangeMatch, TextMessage } from "../record.ts";
import { isWithin, fromScopeColumns, type Scope } from "../scope.ts";
import { termsOf } from "../text/analyze-text.ts";
import type { Ranked } from "./rank-matches.ts";
import type { HitFinder } from "./words/find-hits.ts";

/** Exchanges stand in for memories where the best one answers a query by so much better. */
const LEAST_BETTER = 1.2;

/** Below it an exchange shares some words with the query, and no more. */
const LEAST_SCORE = 0.15;

/** Most exchanges that come with the memories. */
const MOST_EXCHANGES = 3;

/** Longest passage that is shown, in characters. */
const LONGEST_EXCERPT = 300;

/**
 * The exchanges that answer a query which memories do not: what was said and not kept as a fact, or
 * not in the words of the question. None where the memories answer it.
 */
export function pickExchanges(
  exchanges: readonly { row: EpisodeRow; score: number }[],
  memories: readonly Ranked[],
  {
    isVisible,
    findHits,
    least,
    always,
  }: {
    isVisible: (row: EpisodeRow) => boolean;
    findHits: HitFinder;
    /** The least score of a memory. */
    least: number;
    /** So many whatever the memories say, because the caller wants them. */
    always?: number | undefined;
  },
): ExchangeMatch[] {
  const best = memories[0]?.score ?? 0;
  return exchanges
    .filter(({ row, score }) => isVisible(row) && score > 0)
    .filter(
      ({ score }) =>
        always !== undefined || score >= Math.max(LEAST_SCORE, least, best * LEAST_BETTER),
    )
    .slice(0, always ?? MOST_EXCHANGES)
    .map(({ row, score }) => {
      const messages = readStoredMessages(row);
      return { id: row.key, at: row.at, messages, score, excerpt: excerptOf(messages, findHits) };
    });
}

/** Whether an exchange belongs to what a search sees, as a memory of its ids and time would. */
export function sees(
  scope: Scope,
  { includesSubtree, asOf, knownAt }: ReadingTime & { includesSubtree: boolean },
): (row: EpisodeRow) => boolean {
  return (row) => {
    const own = fromScopeColumns(row);
    const isOfScope = includesSubtree ? isWithin(own, scope) : isWithin(scope, own);
    const hadHappened = asOf === undefined || row.at <= asOf;
    const wasKnown = knownAt === undefined || row.recordedAt <= knownAt;
    return isOfScope && hadHappened && wasKnown;
  };
}

/** The message that holds most of the query, cut around its first word where it is long. */
function excerptOf(messages: readonly TextMessage[], findHits: HitFinder): string {
  const said = messages.filter(({ role }) => role !== "system");
  const [best] = said
    .map(({ content }) => ({ content, hits: countHits(content, findHits) }))
    .toSorted((a, b) => b.hits - a.hits);
  if (best === undefined) return "";
  if (best.content.length <= LONGEST_EXCERPT) return best.content;
  // Of passages that hold as much of the query, the one that begins with it.
  const [passage = ""] = passagesOf(best.content)
    .map(({ text, first }) => ({
      text,
      hits: countHits(text, findHits),
      inFirst: countHits(first, findHits),
    }))
    .toSorted((a, b) => b.hits - a.hits || b.inFirst - a.inFirst)
    .map(({ text }) => text);
  return passage;
}

function countHits(text: string, findHits: HitFinder): number {
  return findHits(termsOf(text).join(" ")).exact.reduce((sum, hit) => sum + hit, 0);
}

/** Whole sentences, as many as fit, from each sentence on; a sentence that is too long is cut. */
function passagesOf(text: string): { text: string; first: string }[] {
  const sentences = Array.from(segmenter.segment(text), ({ segment }) => segment);
  return sentences.map((first, place) => {
    let passage = "";
    for (const sentence of sentences.slice(place)) {
      if (passage !== "" && passage.length + sentence.length > LONGEST_EXCERPT) break;
      passage += sentence;
    }
    return { text: passage.slice(0, LONGEST_EXCERPT).trim(), first };
  });
}

const segmenter = new Intl.Segmenter("und", { granularity: "sentence" });
