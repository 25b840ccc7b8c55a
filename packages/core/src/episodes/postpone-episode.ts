import type { Engine } from "../engine.ts";
import { EmbeddingError, ModelCallError, ModelOutputError } from "../errors.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { redactAnswer } from "../redact/redact-answer.ts";
import { fromScopeColumns } from "../scope.ts";

/** Attempts after which an exchange that the model cannot answer is given up. */
const MOST_ATTEMPTS = 5;

/** A failure outside: the exchange waits, and nothing is lost. */
export type PostponingError = ModelCallError | ModelOutputError | EmbeddingError;

export function isPostponing(error: unknown): error is PostponingError {
  return (
    error instanceof ModelCallError ||
    error instanceof ModelOutputError ||
    error instanceof EmbeddingError
  );
}

/**
 * Keeps an episode for later, with the reason. It is dead after five answers that could not be
 * used: a model that is down comes back, one that cannot read this exchange never will.
 */
export async function postponeEpisode(
  engine: Engine,
  store: MemoryStore,
  row: EpisodeRow,
  error: PostponingError,
): Promise<void> {
  const { claimedBy: _by, claimedUntil: _until, ...rest } = row;
  const attempts = row.attempts + 1;
  const isHopeless = error instanceof ModelOutputError && attempts >= MOST_ATTEMPTS;
  const status = isHopeless ? "dead" : "pending";
  await store.episodes.merge([
    {
      ...rest,
      revision: row.revision + 1,
      status,
      attempts,
      errorCode: error.code,
      // Providers quote what they refuse, a key for instance.
      errorMessage: String(redactAnswer(engine.settings, error.message)),
    },
  ]);
  engine.emit({
    type: "postponed",
    scope: fromScopeColumns(row),
    episodeId: row.key,
    status,
    attempts,
    error,
  });
}
