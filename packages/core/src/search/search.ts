import type { Engine } from "../engine.ts";
import { readCount, readDate } from "../input/read-values.ts";
import { readFilters } from "../look-up/filters.ts";
import { readInclude, readWhose } from "../look-up/include.ts";
import { toRecord } from "../look-up/to-record.ts";
import { omitOrders } from "../quarantine/omit-orders.ts";
import type { ExchangeMatch, MemoryMatch } from "../record.ts";
import { redactInput } from "../redact/redact-input.ts";
import { parseScope } from "../scope.ts";
import { diversify } from "./diversify.ts";
import { ofSameOwner } from "./find-candidates.ts";
import { findRelevant } from "./find-relevant.ts";
import { omitOutdated } from "./omit-outdated.ts";
import { pickExchanges, sees } from "./pick-exchanges.ts";
import { rankExchanges, type Ranked } from "./rank-matches.ts";
import { leastScore } from "./policy/least-score.ts";
import { withholdSensitive } from "./policy/withhold-sensitive.ts";
import { rerankMatches } from "./rerank-matches.ts";
import {
  INCLUDES,
  readQuery,
  readThreshold,
  readTime,
  type SearchOptions,
} from "./search-options.ts";
import { readTimeQuestion } from "./time/read-time-question.ts";

/** What a search found. */
export interface SearchResult {
  /** Memories that are relevant, most relevant first; none is a normal answer. */
  results: MemoryMatch[];
  /**
   * Exchanges, word for word, that answer what no memory does, best first: at most three, and usually
   * absent; none that taught what holds no longer, and none where `filters` are given. With `include: "exchanges"` as many as `limit`, whatever the memories answer.
   */
  exchanges?: ExchangeMatch[];
}

/** Memories that are relevant to a query, and exchanges that answer what they do not. */
export async function search(
  engine: Engine,
  query: string,
  options: SearchOptions,
): Promise<SearchResult> {
  const startedAt = performance.now();
  const scope = parseScope(options);
  const given = readQuery(query);
  const limit = readCount(options.limit, "limit", { least: 0, otherwise: 5 });
  const threshold = readThreshold(options.threshold);
  const accepts = readFilters(options.filters);
  const hasFilters = options.filters !== undefined;
  const include = readInclude(options.include, INCLUDES);
  const whose = readWhose(options, include);
  const readingTime = readTime(options);
  const at = readDate(options.at, "at") ?? engine.settings.now();
  if (limit === 0) return { results: [] };
  const { input: text } = await redactInput(engine, scope, (redactor) => redactor.text(given));

  const { reranker } = engine.settings;
  const { signal } = options;
  const relevant = await findRelevant(engine, readTimeQuestion(text, at), {
    scope,
    whose,
    readingTime: include.has("superseded") ? "ever" : readingTime,
    wanted: Math.max(40, limit * 2),
    accepts: (row) => !hasFilters || accepts(toRecord(row)),
    signal,
  });
  const { prepared, exchanges: said } = relevant;
  const ranked = withholdSensitive(relevant.ranked, prepared);
  const least = threshold ?? leastScore(text, relevant);
  const ordered = reranker ? await rerankMatches(engine, reranker, text, ranked, signal) : ranked;
  const kept = ordered.filter(({ score }) => score >= least);
  const results = diversify(kept, limit).map((match) => toMatch(match, options.explain === true));
  const candidates = hasFilters ? [] : said;
  const picked = pickExchanges(rankExchanges(candidates, prepared), ranked, {
    isVisible: sees(scope, { ...readingTime, includesSubtree: include.has("subtree") }),
    query: prepared,
    least,
    always: include.has("exchanges") ? limit : undefined,
  });
  const exchanges = include.has("exchanges")
    ? picked
    : omitOrders(await omitOutdated(await engine.store(), ofSameOwner(scope, whose), picked));
  engine.emit({
    type: "searched",
    scope,
    candidates: ranked.length,
    results: results.length,
    durationMs: performance.now() - startedAt,
  });
  return { results, ...(exchanges.length > 0 && { exchanges }) };
}

function toMatch({ row, score, signals }: Ranked, explain: boolean): MemoryMatch {
  return { ...toRecord(row), score, ...(explain && { signals: { ...signals } }) };
}
