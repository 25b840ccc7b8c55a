import type { Memory } from "../memory.ts";
import type { Scope } from "../scope.ts";
import { MOST_MEMORIES, renderContext, type RenderedContext } from "../search/render-context.ts";
import { type OnAdapterError, report } from "./failure.ts";
import { unlessAborted } from "./unless-aborted.ts";

/** How memories are looked up for a prompt. */
export interface RecallOptions {
  scope: Scope;
  /** Tokens that the block takes at most. Default: 700. */
  tokenBudget?: number | undefined;
  /** After so many milliseconds, a whole number, the answer begins without memories. Default: 1,500. */
  timeoutMs?: number | undefined;
  /** When it is aborted nobody waits for memories any more. */
  signal?: AbortSignal | undefined;
  onError?: OnAdapterError | undefined;
}

const DEFAULT_TIMEOUT_MS = 1_500;
const NOTHING: RenderedContext = { block: "", memories: [] };

/**
 * What is remembered about a query, for a prompt. Rejects for nothing that memory does: one that
 * fails or is too slow is reported, and the chat goes on without it. A query without words finds
 * nothing.
 */
export async function recall(
  memory: Pick<Memory, "search">,
  query: string,
  { scope, tokenBudget, timeoutMs = DEFAULT_TIMEOUT_MS, signal, onError }: RecallOptions,
): Promise<RenderedContext> {
  if (query.trim() === "" || signal?.aborted) return NOTHING;
  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    const search = memory.search(query, { ...scope, limit: MOST_MEMORIES, signal: stop });
    const { results } = await unlessAborted(search, stop);
    return renderContext(results, { tokenBudget });
  } catch (error) {
    if (signal?.aborted) return NOTHING;
    const isLate = timeout.aborted && error === timeout.reason;
    const late = isLate && new Error(`No memories were found within ${timeoutMs} ms.`);
    report(onError, late || error, { phase: "recall", scope });
    return NOTHING;
  }
}
