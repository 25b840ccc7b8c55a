import { readRetryAfter } from "@palimpsest/core/adapter";

/** Why a call of a model failed, as `ModelCallError` and `EmbeddingError` take it. */
export interface CallFailure {
  readonly message: string;
  readonly retryable: boolean;
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly cause: unknown;
}

// What the clients of the providers throw, by its properties: every integration has another one. The
// AWS clients say it in `$metadata`, axios in `response`.
interface ProviderError {
  readonly name?: string;
  readonly message: string;
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly code?: unknown;
  readonly headers?: unknown;
  readonly response?: { readonly status?: unknown; readonly headers?: unknown };
  readonly $metadata?: { readonly httpStatusCode?: unknown };
  readonly [RETRYABLE]?: unknown;
}

// With which LangChain marks what it knows of (@langchain/core 1.4.0); older versions mark nothing.
const RETRYABLE: unique symbol = Symbol.for("langchain.errors.retryable") as never;

/** What `error`, thrown by the model of that id, means for the caller. */
export function explainFailure(error: unknown, id: string): CallFailure {
  const thrown: ProviderError = error instanceof Error ? error : { message: String(error) };
  const status = [
    thrown.status,
    thrown.statusCode,
    thrown.response?.status,
    thrown.$metadata?.httpStatusCode,
  ].find((value) => typeof value === "number");
  const retryAfterMs = readRetryAfter(readHeaders(thrown.headers ?? thrown.response?.headers));
  return {
    message: `${id} failed: ${thrown.message}`,
    retryable: isRetryable(thrown, status),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    cause: error,
  };
}

function isRetryable({ name, code, [RETRYABLE]: said }: ProviderError, status: number | undefined) {
  // Its status is 429, and only a payment helps. Older versions keep nothing of it but this name.
  if (code === "insufficient_quota" || name === "InsufficientQuotaError") return false;
  if (typeof said === "boolean") return said;
  // Without a status nobody answered.
  return status === undefined || [408, 409, 429].includes(status) || status >= 500;
}

// Those that say when to come again. Of all others `Headers` throws on some, such as `:status` of HTTP/2.
const READ_HEADERS: readonly string[] = ["retry-after", "retry-after-ms", "date"];

function readHeaders(headers: unknown): Headers | undefined {
  if (headers instanceof Headers) return headers;
  if (typeof headers !== "object" || headers === null) return undefined;
  const texts = Object.entries(headers).filter(
    ([name, value]) => READ_HEADERS.includes(name.toLowerCase()) && typeof value === "string",
  );
  return new Headers(texts);
}
