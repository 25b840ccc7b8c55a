import { callWithRetries } from "../calls/call-with-retries.ts";
import type { Engine } from "../engine.ts";
import { ModelCallError, ModelOutputError } from "../errors.ts";
import type { Reranker } from "../ports/reranker.ts";
import type { Ranked } from "./rank-matches.ts";

/** The matches in the order of the reranker, whose relevance becomes their score. */
export async function rerankMatches(
  engine: Engine,
  reranker: Reranker,
  query: string,
  matches: readonly Ranked[],
  signal?: AbortSignal,
): Promise<Ranked[]> {
  if (matches.length === 0) return [];
  const texts = matches.map(({ row }) => row.text);
  const scores = await callWithRetries(
    engine,
    signal,
    async (attemptSignal) => {
      const given = await reranker.rerank(query, texts, { signal: attemptSignal });
      const isUsable =
        given.length === texts.length && given.every((score) => score >= 0 && score <= 1);
      if (isUsable) return given;
      throw new ModelOutputError(
        `The reranker "${reranker.id}" gave not one relevance of 0 to 1 for each text.`,
        { text: JSON.stringify(given) },
      );
    },
    (error) =>
      new ModelCallError(
        `The reranker "${reranker.id}" failed: ${error instanceof Error ? error.message : String(error)}`,
        { retryable: true, cause: error },
      ),
  );
  return matches
    .map((match, index) => ({ ...match, score: scores[index] ?? 0 }))
    .toSorted((a, b) => b.score - a.score);
}
