import type { Engine } from "../engine.ts";
import { readCount } from "../input/read-values.ts";
import type { Scope } from "../scope.ts";
import { DEFAULT_TOKEN_BUDGET, MOST_MEMORIES, renderContext } from "./render-context.ts";
import { search } from "./search.ts";

/** What `context` takes beside the query. */
export type ContextOptions = Scope & {
  /** Most tokens that the block may take, by a careful estimate. Default: 700. */
  tokenBudget?: number | undefined;
  /** The moment of asking, from which words like "last week" count. Default: now. */
  at?: Date | undefined;
  /** What was true at this moment, by present knowledge. */
  asOf?: Date | undefined;
  signal?: AbortSignal | undefined;
};

/** The block for a system prompt that says what is remembered about a query; `""` when nothing is. */
export async function context(
  engine: Engine,
  query: string,
  options: ContextOptions,
): Promise<string> {
  const tokenBudget = readCount(options.tokenBudget, "tokenBudget", {
    least: 1,
    otherwise: DEFAULT_TOKEN_BUDGET,
  });
  const { results, exchanges } = await search(engine, query, { ...options, limit: MOST_MEMORIES });
  return renderContext(results, { tokenBudget, exchanges }).block;
}
