import type { Engine } from "../engine.ts";
import { readCount } from "../input/read-values.ts";
import { renderMemories } from "../render-memories.ts";
import type { Scope } from "../scope.ts";
import { search } from "./search.ts";

/** What `context` takes beside the query. */
export type ContextOptions = Scope & {
  /** Most tokens that the block may take, by a careful estimate. Default: 500. */
  tokenBudget?: number | undefined;
  /** What was true at this moment, by present knowledge. */
  asOf?: Date | undefined;
  signal?: AbortSignal | undefined;
};

const MOST_MEMORIES = 20;

/**
 * Memories less than half as relevant as the best one are left out: on LoCoMo that keeps the
 * recall of a fixed ten with two thirds of its tokens.
 */
const LEAST_SHARE_OF_BEST = 0.5;

/** The block for a system prompt that says what is remembered about a query; `""` when nothing is. */
export async function context(
  engine: Engine,
  query: string,
  options: ContextOptions,
): Promise<string> {
  const tokenBudget = readCount(options.tokenBudget, "tokenBudget", { least: 1, otherwise: 500 });
  const { results } = await search(engine, query, { ...options, limit: MOST_MEMORIES });
  const best = results[0]?.score ?? 0;
  const relevant = results.filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST);
  return renderMemories(relevant, { tokenBudget });
}
