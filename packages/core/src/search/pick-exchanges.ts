import { readStoredMessages } from "../episodes/exchange.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { ReadingTime } from "../reading.ts";
import type { ExchangeMatch } from "../record.ts";
import { isWithin, fromScopeColumns, type Scope } from "../scope.ts";
import { pickExcerpts } from "./pick-excerpts.ts";
import type { PreparedQuery } from "./prepare-query.ts";
import type { Ranked } from "./rank-matches.ts";

/** Exchanges stand in for memories where the best one answers a query by so much better. */
const LEAST_BETTER = 1.2;

/** Below it an exchange shares some words with the query, and no more. */
const LEAST_SCORE = 0.15;

/** Most exchanges that come with the memories. */
const MOST_EXCHANGES = 3;

/**
 * The exchanges that answer a query which memories do not: what was said and not kept as a fact, or
 * not in the words of the question. None where the memories answer it.
 */
export function pickExchanges(
  exchanges: readonly { row: EpisodeRow; score: number }[],
  memories: readonly Ranked[],
  {
    isVisible,
    query,
    least,
    always,
  }: {
    isVisible: (row: EpisodeRow) => boolean;
    query: PreparedQuery;
    /** The least score of a memory. */
    least: number;
    /** So many whatever the memories say, because the caller wants them. */
    always?: number | undefined;
  },
): ExchangeMatch[] {
  const best = memories[0]?.score ?? 0;
  const picked = exchanges
    .filter(({ row, score }) => isVisible(row) && score > 0)
    .filter(
      ({ score }) =>
        always !== undefined || score >= Math.max(LEAST_SCORE, least, best * LEAST_BETTER),
    )
    .slice(0, always ?? MOST_EXCHANGES)
    .map(({ row, score }) => ({ row, score, messages: readStoredMessages(row) }));
  const excerpts = pickExcerpts(
    picked.map(({ messages }) => messages),
    query,
  );
  return picked.map(({ row, score, messages }, place) => {
    return { id: row.key, at: row.at, messages, score, excerpt: excerpts[place] ?? "" };
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
