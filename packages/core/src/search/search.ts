import { embedTexts } from "../calls/embed-texts.ts";
import type { Engine } from "../engine.ts";
import { readCount } from "../input/read-values.ts";
import { readFilters } from "../look-up/filters.ts";
import { readInclude, readWhose } from "../look-up/include.ts";
import { toRecord } from "../look-up/to-record.ts";
import type { ExchangeMatch, MemoryMatch } from "../record.ts";
import { answersFor, LAST_OF_EACH } from "../reading.ts";
import { parseScope } from "../scope.ts";
import { diversify } from "./diversify.ts";
import { findCandidates } from "./find-candidates.ts";
import { pickExchanges, sees } from "./pick-exchanges.ts";
import { prepareQuery } from "./prepare-query.ts";
import { rankExchanges, rankMatches, type Ranked } from "./rank-matches.ts";
import { rerankMatches } from "./rerank-matches.ts";
import { INCLUDES, readQuery, readThreshold, readTime, type SearchOptions } from "./search-options.ts";

/** What a search found. */
export interface SearchResult {
  /** Memories that are relevant, most relevant first; none is a normal answer. */
  results: MemoryMatch[];
  /**
   * Exchanges, word for word, that answer what no memory does, best first: at most three, and usually
   * none. With `include: "exchanges"` as many as `limit`, whatever the memories answer.
   */
  exchanges: ExchangeMatch[];
}

/** A reranker is shown so many matches, or as many as are wanted. */
const LEAST_RERANKED = 50;

/** Memories that are relevant to a query, and exchanges that answer what they do not. */
export async function search(
  engine: Engine,
  query: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const startedAt = performance.now();
  const scope = parseScope(options);
  const text = readQuery(query);
  const limit = readCount(options.limit, "limit", { least: 0, otherwise: 5 });
  const threshold = readThreshold(options.threshold);
  const accepts = readFilters(options.filters);
  const include = readInclude(options.include, INCLUDES);
  const time = readTime(options);
  if (limit === 0) return { results: [], exchanges: [] };

  const { now, reranker } = engine.settings;
  const { signal } = options;
  const [store, [vector = []]] = await Promise.all([
    engine.store(),
    embedTexts(engine, [text], { purpose: "query", signal }),
  ]);
  const prepared = prepareQuery(text, vector);
  const candidates = await findCandidates(engine, store, prepared, {
    scope,
    whose: readWhose(options, include),
    answering: include.has("superseded") ? LAST_OF_EACH : answersFor(time, now()),
    wanted: Math.max(40, limit * 2),
    accepts: (row) => accepts(toRecord(row)),
  });
  const ranked = rankMatches(candidates, prepared, engine.settings);
  const ordered = reranker
    ? await rerankMatches(engine, reranker, text, ranked.slice(0, Math.max(LEAST_RERANKED, limit)), signal)
    : ranked;
  const relevant = diversify(ordered.filter(({ score }) => score >= threshold));
  const results = relevant
    .slice(0, limit)
    .map((match) => toMatch(match, options.explain === true));
  const exchanges = pickExchanges(rankExchanges(candidates.exchanges, prepared), ranked, {
    isVisible: sees(scope, { includesSubtree: include.has("subtree") }),
    findHits: prepared.findHits,
    threshold,
    always: include.has("exchanges") ? limit : undefined,
  });
  engine.emit({
    type: "searched",
    scope,
    candidates: candidates.memories.length,
    results: results.length,
    durationMs: performance.now() - startedAt,
  });
  return { results, exchanges };
}

function toMatch({ row, score, signals }: Ranked, explain: boolean): MemoryMatch {
  return { ...toRecord(row), score, ...(explain && { signals: { ...signals } }) };
}
