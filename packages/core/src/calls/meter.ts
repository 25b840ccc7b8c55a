import type { Usage } from "../record.ts";

/** Counts what one call of a user costs, while its steps go on. */
export function createMeter(): Usage {
  return { modelCalls: 0, embeddingCalls: 0, inputTokens: 0, outputTokens: 0 };
}
