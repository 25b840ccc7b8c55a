import type { Embedder } from "./ports/embedder.ts";
import type { VersionRow } from "./ports/stored-rows.ts";

/** A stored version, and how near it is to a text: by meaning and by words, each 0…1. */
export interface Related {
  row: VersionRow;
  similarity: number;
  wordOverlap: number;
}

/** The relevance of 0…1 that a cosine means in an embedder's space: 0 unrelated, 1 the same. */
export function toSimilarity(cosine: number, { similarityRange = [0, 1] }: Embedder): number {
  const [unrelated, same] = similarityRange;
  return Math.min(Math.max((cosine - unrelated) / (same - unrelated), 0), 1);
}

/**
 * Joins what was found by meaning and by words, each row once.
 *
 * BM25 has no scale of its own: it depends on the corpus. The best hit by words is therefore worth
 * the share of the query's terms that it holds, and the others their part of that.
 */
export function joinFound(
  near: readonly { row: VersionRow; cosine: number }[],
  worded: readonly { row: VersionRow; bm25: number }[],
  terms: readonly string[],
  embedder: Embedder,
): Related[] {
  const found = new Map<string, Related>();
  const of = (row: VersionRow): Related => {
    const related = found.get(row.key) ?? { row, similarity: 0, wordOverlap: 0 };
    found.set(row.key, related);
    return related;
  };
  for (const { row, cosine } of near) of(row).similarity = toSimilarity(cosine, embedder);
  const best = worded[0];
  if (best) {
    const held = new Set(best.row.terms.split(" "));
    const share = terms.filter((term) => held.has(term)).length / terms.length;
    for (const { row, bm25 } of worded) of(row).wordOverlap = share * (bm25 / best.bm25);
  }
  return [...found.values()];
}
