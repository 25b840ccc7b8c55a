import { callWithRetries } from "../calls/call-with-retries.ts";
import type { Engine } from "../engine.ts";
import { messageOf, ModelCallError, ModelOutputError } from "../errors.ts";
import type { Reranker } from "../ports/reranker.ts";
import type { Ranked } from "./rank-matches.ts";

/** Matches that a reranker is shown, from the best one on: what one search costs at most. */
const MOST_SHOWN = 50;

/**
 * The matches in the order of the reranker, whose relevance becomes their score; equally relevant
 * ones stay as they were. It is shown the best fifty; the others keep their places behind these, and
 * score no more than the last of them.
 *
 * A reranker makes an answer better that is there without it. When it cannot be reached or gives
 * something else than relevances, after the usual retries, the matches are returned as they came,
 * and the event `rerank-failed` tells why.
 *
 * @throws {InvalidInputError} when the reranker is not set up, and the signal's reason.
 */
export async function rerankMatches(
  engine: Engine,
  reranker: Reranker,
  query: string,
  matches: readonly Ranked[],
  signal?: AbortSignal,
): Promise<Ranked[]> {
  if (matches.length === 0) return [];
  const startedAt = performance.now();
  const shown = matches.slice(0, MOST_SHOWN);
  try {
    const texts = shown.map(({ row }) => row.text);
    const relevances = await judgeRelevance(engine, reranker, query, texts, signal);
    engine.emit({
      type: "reranked",
      reranker: reranker.id,
      texts: texts.length,
      durationMs: performance.now() - startedAt,
    });
    const reranked = shown
      .map((match, index) => ({ ...match, score: relevances[index] ?? 0 }))
      .toSorted((a, b) => b.score - a.score);
    const least = reranked.at(-1)?.score ?? 0;
    const behind = matches
      .slice(MOST_SHOWN)
      .map((match) => ({ ...match, score: Math.min(match.score, least) }));
    return [...reranked, ...behind];
  } catch (error) {
    const failed = error instanceof ModelCallError || error instanceof ModelOutputError;
    if (!failed || signal?.aborted) throw error;
    engine.emit({ type: "rerank-failed", reranker: reranker.id, error });
    return [...matches];
  }
}

/** One relevance of 0…1 per text, checked. */
async function judgeRelevance(
  engine: Engine,
  reranker: Reranker,
  query: string,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  return callWithRetries(engine, {
    service: { service: "reranker", id: reranker.id },
    signal,
    attemptCall: async (attemptSignal) => {
      const given = await reranker.rerank(query, texts, { signal: attemptSignal });
      const isUsable =
        given.length === texts.length && given.every((score) => score >= 0 && score <= 1);
      if (isUsable) return given;
      throw new ModelOutputError(
        `The reranker "${reranker.id}" gave not one relevance of 0 to 1 for each text.`,
        { text: JSON.stringify(given) },
      );
    },
    toError: (error, wait) =>
      new ModelCallError(`The reranker "${reranker.id}" failed: ${messageOf(error)}`, {
        retryable: true,
        ...wait,
        cause: error,
      }),
  });
}
