import type { OutputResult } from "@mastra/core/processors";

const NO_ANSWER: readonly string[] = ["content-filter", "error", "tripwire"];

/**
 * Whether a run came to an answer, or to a part of one that somebody stopped. What failed is asked
 * again, and what was refused must not be remembered.
 */
export function isAnswered({ finishReason }: Pick<OutputResult, "finishReason">): boolean {
  return !NO_ANSWER.includes(finishReason);
}
