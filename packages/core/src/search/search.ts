import { embedTexts } from "../calls/embed-texts.ts";
import type { Engine } from "../engine.ts";
import { InvalidInputError } from "../errors.ts";
import { readCount, readDate } from "../input/read-values.ts";
import { readFilters, type Filters } from "../look-up/filters.ts";
import { readInclude, readWhose, type Include } from "../look-up/include.ts";
import { toRecord } from "../look-up/to-record.ts";
import type { MemoryMatch } from "../record.ts";
import { answersFor, LAST_OF_EACH } from "../reading.ts";
import { parseScope, type Scope } from "../scope.ts";
import { termsOf } from "../text/analyze-text.ts";
import { newestPerLineage } from "../reading.ts";
import { buildGraph } from "../graph/build-graph.ts";
import { readGraphQuestion } from "../graph/read-question.ts";
import { expandGraph } from "../graph/expand-graph.ts";
import { findCandidates } from "./find-candidates.ts";
import { rankMatches, type Ranked } from "./rank-matches.ts";
import { rerankMatches } from "./rerank-matches.ts";

/** What `search` takes beside the query. */
export type SearchOptions = Scope & {
  /** Default: 5. */
  limit?: number | undefined;
  /** Least score of a match, 0…1. Default: 0.1. */
  threshold?: number | undefined;
  filters?: Filters | undefined;
  /** What was true at this moment, by present knowledge. */
  asOf?: Date | undefined;
  /** By what the memory knew at this moment. */
  knownAt?: Date | undefined;
  include?: Include | readonly Include[] | undefined;
  /** Whether matches carry the `signals` that made their score. */
  explain?: boolean | undefined;
  signal?: AbortSignal | undefined;
};

const DEFAULT_THRESHOLD = 0.1;

/** A query is looked at up to here: what a question is about stands in its beginning. */
const LONGEST_QUERY = 8_000;

/** Memories that are relevant to a query, most relevant first; none is a normal answer. */
export async function search(
  engine: Engine,
  query: string,
  options: SearchOptions,
): Promise<{ results: MemoryMatch[] }> {
  const startedAt = performance.now();
  const scope = parseScope(options);
  const text = readQuery(query);
  const limit = readCount(options.limit, "limit", { least: 0, otherwise: 5 });
  const threshold = readThreshold(options.threshold);
  const accepts = readFilters(options.filters);
  const include = readInclude(options.include);
  const whose = readWhose(options, include);
  const time = {
    asOf: readDate(options.asOf, "asOf"),
    knownAt: readDate(options.knownAt, "knownAt"),
  };
  if (limit === 0) return { results: [] };

  const { now, reranker } = engine.settings;
  const answering = include.has("superseded") ? LAST_OF_EACH : answersFor(time, now());
  const { signal } = options;
  const [store, [vector = []]] = await Promise.all([
    engine.store(),
    embedTexts(engine, [text], { purpose: "query", signal }),
  ]);
  const candidates = await findCandidates(
    engine,
    store,
    { vector, terms: termsOf(text) },
    {
      whose,
      answering,
      wanted: Math.max(40, limit * 2),
      accepts: (row) => accepts(toRecord(row)),
    },
  );
  const scopeRows = await store.memories.find(whose, { where: answering.where, limit: 2000 });
  const graph = buildGraph(newestPerLineage(scopeRows.map((row) => ({ row }))).map(({ row }) => row));
  const led = process.env["NO_GRAPH"] ? new Map() : expandGraph(graph, readGraphQuestion(text, graph), { hops: 3 });
  const byKey = new Map(candidates.map((c) => [c.row.key, c]));
  const W = Number(process.env["GRAPH_W"] ?? 0.7);
  const strengths = new Map<string, number>();
  for (const [{ row }, strength] of led) {
    strengths.set(row.key, strength);
    if (!byKey.has(row.key)) byKey.set(row.key, { row, similarity: 0, wordOverlap: 0 });
  }
  const ranked = rankMatches([...byKey.values()])
    .map((m) => ({ ...m, score: m.score + (1 - m.score) * W * (strengths.get(m.row.key) ?? 0) }))
    .toSorted((a, b) => b.score - a.score);
  const ordered = reranker
    ? await rerankMatches(engine, reranker, text, ranked.slice(0, Math.max(50, limit)), signal)
    : ranked;
  const results = ordered
    .filter(({ score }) => score >= threshold)
    .slice(0, limit)
    .map((match) => toMatch(match, options.explain === true));
  engine.emit({
    type: "searched",
    scope,
    candidates: candidates.length,
    results: results.length,
    durationMs: performance.now() - startedAt,
  });
  return { results };
}

function toMatch({ row, score, similarity, wordOverlap }: Ranked, explain: boolean): MemoryMatch {
  return {
    ...toRecord(row),
    score,
    ...(explain && { signals: { similarity, wordOverlap } }),
  };
}

function readQuery(query: unknown): string {
  if (typeof query !== "string" || query.trim() === "") {
    throw new InvalidInputError("query must be a string that is not blank.", {
      parameter: "query",
      value: query,
    });
  }
  return query.toWellFormed().trim().slice(0, LONGEST_QUERY);
}

function readThreshold(threshold: unknown): number {
  if (threshold === undefined) return DEFAULT_THRESHOLD;
  if (typeof threshold === "number" && threshold >= 0 && threshold <= 1) return threshold;
  throw new InvalidInputError("threshold must be a number from 0 to 1.", {
    parameter: "threshold",
    value: threshold,
  });
}
