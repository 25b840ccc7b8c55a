import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { Usage } from "../record.ts";
import { toDay } from "../to-day.ts";

/** The columns that say when an episode was worked on, and what that day's work on it has cost. */
export function addSpending(
  { attemptedAt, modelCalls = 0, tokens = 0 }: EpisodeRow,
  meter: Usage,
  now: Date,
): Required<Pick<EpisodeRow, "attemptedAt" | "modelCalls" | "tokens">> {
  const isSameDay = attemptedAt !== undefined && toDay(attemptedAt) === toDay(now);
  const ofThisTime = meter.inputTokens + meter.outputTokens;
  return {
    attemptedAt: now,
    modelCalls: meter.modelCalls + (isSameDay ? modelCalls : 0),
    tokens: ofThisTime + (isSameDay ? tokens : 0),
  };
}
