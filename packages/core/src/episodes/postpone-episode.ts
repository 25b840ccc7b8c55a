import { faultOf } from "../calls/fault-of.ts";
import type { Engine } from "../engine.ts";
import { BudgetError, EmbeddingError, ModelCallError, ModelOutputError } from "../errors.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { Usage } from "../record.ts";
import { redactAnswer } from "../redact/redact-answer.ts";
import { fromScopeColumns } from "../scope.ts";
import { addSpending } from "./add-spending.ts";

/** Attempts that fail because of an exchange itself, after which it is given up. */
const MOST_FAILURES = 5;

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;

/** A failure outside: the exchange waits, and nothing is lost. */
export type PostponingError = ModelCallError | ModelOutputError | EmbeddingError | BudgetError;

/** Whether an exchange has to wait because of this failure, and `add` does not reject. */
export function isPostponing(error: unknown): error is PostponingError {
  return (
    error instanceof ModelCallError ||
    error instanceof ModelOutputError ||
    error instanceof EmbeddingError ||
    error instanceof BudgetError
  );
}

/**
 * Keeps an episode for later, with the reason. It is dead after five failures that were its own: a
 * request that is refused, or answers that cannot be used. A model that is down counts for none, nor
 * does a day's budget that is spent.
 */
export async function postponeEpisode(
  engine: Engine,
  store: MemoryStore,
  row: EpisodeRow,
  error: PostponingError,
  meter: Usage,
): Promise<void> {
  const { claimedBy: _by, claimedUntil: _until, retryAt: _at, ...rest } = row;
  const now = engine.settings.now();
  const attempts = row.attempts + 1;
  const failures = (row.failures ?? 0) + (faultOf(error) === "outage" ? 0 : 1);
  const status = failures >= MOST_FAILURES ? "dead" : "pending";
  const dueAt = "retryAt" in error ? error.retryAt : undefined;
  const retryAt = dueAt ?? new Date(now.getTime() + waitAfter(attempts));
  await store.episodes.merge([
    {
      ...rest,
      revision: row.revision + 1,
      status,
      attempts,
      failures,
      ...addSpending(row, meter, now),
      ...(retryAt > now && { retryAt }),
      errorCode: error.code,
      // Providers quote what they refuse, a key for instance.
      errorMessage: String(redactAnswer(engine.settings, error.message)),
    },
  ]);
  if (status === "pending") engine.expectRetry(retryAt);
  engine.emit({
    type: "postponed",
    scope: fromScopeColumns(row),
    episodeId: row.key,
    status,
    attempts,
    error,
  });
}

/**
 * How long an episode waits before it is taken up by itself: not at all after the first attempt, 30 s
 * after the second, twice as long after each further one, and an hour at most.
 */
function waitAfter(attempts: number): number {
  return attempts < 2 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (attempts - 2), LONGEST_WAIT_MS);
}
