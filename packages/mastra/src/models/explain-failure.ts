import { readRetryAfter } from "@palimpsest/core/adapter";

/** Why a call of a model failed, as `ModelCallError` and `EmbeddingError` take it. */
export interface CallFailure {
  readonly message: string;
  readonly retryable: boolean;
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly cause: unknown;
}

// The errors of AI SDK providers and of Mastra, by their properties: Mastra carries four generations
// of the SDK, each with classes of its own.
interface ProviderError extends Error {
  readonly statusCode?: number | undefined;
  readonly isRetryable?: boolean | undefined;
  readonly responseHeaders?: Record<string, string> | undefined;
  readonly responseBody?: string | undefined;
  readonly data?: unknown;
  /** Of Mastra's errors: `USER` where settings or input are wrong. */
  readonly category?: string | undefined;
}

/** What `error`, thrown by the model of that id, means for the caller. */
export function explainFailure(error: unknown, id: string): CallFailure {
  const { message, statusCode, responseHeaders, cause } = asError(error);
  const headers = responseHeaders ?? (cause as ProviderError | undefined)?.responseHeaders;
  const retryAfterMs = headers && readRetryAfter(new Headers(headers));
  return {
    message: `${id} failed: ${message}`,
    retryable: isRetryable(error),
    ...(statusCode !== undefined && { status: statusCode }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    cause: error,
  };
}

/** The same for a model that Mastra could not find, or has no key for: asking again does not help. */
export function explainMiss(error: unknown, id: string): CallFailure {
  return {
    message: `${id} cannot be asked: ${asError(error).message}`,
    retryable: false,
    cause: error,
  };
}

/** What a server answered that the provider could not read; `undefined` for any other failure. */
export function findUnreadable(error: unknown): string | undefined {
  const { name, statusCode = 0, responseBody, data } = asError(error);
  // Providers report a broken body as a failed call whose status is the good one.
  if (statusCode >= 200 && statusCode < 300) return responseBody ?? "";
  return name === "AI_InvalidResponseDataError" ? JSON.stringify(data) : undefined;
}

function isRetryable(error: unknown): boolean {
  const { name, isRetryable: said, responseBody, category } = asError(error);
  if (findUnreadable(error) !== undefined) return true;
  // Its status is 429, and only a payment helps.
  if (responseBody?.includes('"insufficient_quota"')) return false;
  // Of the SDK's errors only calls say so themselves: a missing key or model stays missing.
  return said ?? !(name.startsWith("AI_") || category === "USER");
}

function asError(error: unknown): ProviderError {
  return error instanceof Error ? error : new Error(String(error));
}
