import { ModelOutputError } from "../errors.ts";

/**
 * One relevance of 0…1 for each of `count` texts, from the JSON that a reranking server answers:
 * `{ results: [{ index, relevance_score }] }`, in any order; 0 for what it leaves out.
 *
 * @throws {ModelOutputError} for any other answer, an index that was not sent, and scores beyond 0…1.
 */
export function readRelevances(body: string, count: number): number[] {
  const refuse = (problem: string): never => {
    throw new ModelOutputError(
      `A reranking server must answer with { results: [{ index, relevance_score }] }, and this answer ${problem}.`,
      { text: body },
    );
  };
  const results = parseResults(body) ?? refuse("has no results");
  const relevances = Array<number>(count).fill(0);
  for (const result of results) {
    const { index, relevance_score: score } = Object(result) as Record<string, unknown>;
    if (typeof index !== "number" || !(index in relevances)) {
      return refuse(`has another index than 0 to ${count - 1}`);
    }
    if (typeof score !== "number" || !(score >= 0 && score <= 1)) {
      return refuse("has another score than of 0 to 1");
    }
    relevances[index] = score;
  }
  return relevances;
}

function parseResults(body: string): readonly unknown[] | undefined {
  try {
    const results = (JSON.parse(body) as { results?: unknown } | null)?.results;
    return Array.isArray(results) ? results : undefined;
  } catch {
    return undefined;
  }
}
