import { BudgetError, EmbeddingError, ModelCallError, ModelOutputError } from "../errors.ts";

/**
 * Why a call failed: nobody could be asked (`outage`), this request was refused (`request`), or what
 * came back cannot be used (`answer`). An outage is nothing that a request could be blamed for.
 */
export type Fault = "outage" | "request" | "answer";

/** Bad request, content too large, unprocessable content: what these refuse is what was sent. */
const REFUSALS: readonly (number | undefined)[] = [400, 413, 422];

/** The fault behind the failure of a call of a model, embedder or reranker. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ModelOutputError) return "answer";
  // The day's budget says nothing about a request, that of a call that it is too large.
  if (error instanceof BudgetError) return error.budget === "day" ? "outage" : "request";
  if (error instanceof EmbeddingError && error.answered) return "answer";
  const isCall = error instanceof ModelCallError || error instanceof EmbeddingError;
  // Anything else is about how the call was made: an option that is missing, a text that is too long.
  return isCall && !REFUSALS.includes(error.status) ? "outage" : "request";
}
