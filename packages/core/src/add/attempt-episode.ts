import { createMeter } from "../calls/meter.ts";
import type { Engine } from "../engine.ts";
import { release } from "../episodes/claims.ts";
import { ModelCallError } from "../errors.ts";
import { fromEpisodeRow } from "../episodes/exchange.ts";
import { addSpending } from "../episodes/add-spending.ts";
import { isPostponing, postponeEpisode } from "../episodes/postpone-episode.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { AddReport, Change } from "../record.ts";
import { summarizeSession } from "../summary/summarize-session.ts";
import { processExchange } from "./process-exchange.ts";
import { type Context, readContext } from "./read-context.ts";

/** What `add` gives: what was written, and the report of all that was decided. */
export interface AddResult {
  results: Change[];
  report: AddReport;
}

/**
 * Processes an episode that this thread has claimed; `context` is what came before it, if somebody
 * has begun to read that. When a model or the embedder fails, the episode is postponed, and the
 * report says so: nothing is reported that was not written. So it is when `addTimeoutMs` runs out.
 */
export async function attemptEpisode(
  engine: Engine,
  store: MemoryStore,
  row: EpisodeRow,
  { context, signal }: { context?: Promise<Context>; signal?: AbortSignal | undefined } = {},
): Promise<AddResult> {
  const startedAt = performance.now();
  const exchange = fromEpisodeRow(row);
  const meter = createMeter();
  const report = { id: engine.settings.newId(), episodeId: row.key, usage: meter };
  const durationMs = () => Math.round(performance.now() - startedAt);
  const deadline = AbortSignal.timeout(engine.settings.addTimeoutMs);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    signal?.throwIfAborted();
    const undertaking = { engine, store, exchange, episodeId: row.key, meter, signal: either };
    const { input, unsummarized } = await (context ?? readContext(engine, store, exchange, row));
    const { rulings, changes } = await processExchange(undertaking, { row, input }, report.id);
    engine.finished.take({ ...row, ...addSpending(row, meter, engine.settings.now()) });
    const { summaryEvery } = engine.settings;
    if ((unsummarized ?? summaryEvery) + exchange.messages.length >= summaryEvery) {
      engine.inBackground("summary", () => summarizeSession(engine, store, exchange.scope));
    }
    const decisions = rulings.map(({ decision }) => decision);
    return {
      results: changes,
      report: { ...report, status: "processed", decisions, durationMs: durationMs() },
    };
  } catch (cause) {
    const error = cause === deadline.reason ? toTimeoutError(engine, cause) : cause;
    if (!isPostponing(error)) {
      release(row);
      throw error;
    }
    await postponeEpisode(engine, store, row, error, meter).finally(() => release(row));
    const { code, message } = error;
    const outcome = { status: "pending", decisions: [], error: { code, message } } as const;
    return {
      results: [],
      report: { ...report, ...outcome, decisions: [], durationMs: durationMs() },
    };
  }
}

function toTimeoutError({ settings }: Engine, cause: unknown): ModelCallError {
  const problem = `The exchange was not processed within addTimeoutMs, ${settings.addTimeoutMs} ms.`;
  return new ModelCallError(problem, { retryable: true, cause });
}
