import { readRetryAfter } from "./read-retry-after.ts";

/** Why a call of an OpenAI server failed, as `ModelCallError` and `EmbeddingError` take it. */
export interface OpenAIFailure {
  readonly message: string;
  readonly retryable: boolean;
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly cause: unknown;
}

// What the package throws, by its properties: a client passed in may come from another copy of it.
interface PackageError {
  readonly message: string;
  readonly status?: number;
  readonly code?: string | null;
  readonly headers?: Headers;
}

/** What `error`, thrown by the `openai` package, means for the caller and what helps. */
export function explainOpenAIFailure(
  error: unknown,
  { model, baseURL }: { model: string; baseURL: string },
): OpenAIFailure {
  const { message, status, code, headers }: PackageError =
    error instanceof Error ? error : { message: String(error) };
  const { origin, pathname } = new URL(baseURL);
  // Not the whole URL: what else it may hold, a password or a token, is nobody's business.
  const where = `${model} at ${origin}${pathname}`;
  if (typeof status !== "number") {
    return {
      message: `No usable answer from ${where}: ${describe(error)}. Check that the server is up, and the base URL.`,
      retryable: true,
      cause: error,
    };
  }
  const retryAfterMs = readRetryAfter(headers);
  return {
    message: `${where} answered ${message}${/[.!?]$/.test(message) ? "" : "."} ${advise(status, code)}`,
    retryable: isRetryable(status, code),
    status,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    cause: error,
  };
}

function isRetryable(status: number, code: string | null | undefined): boolean {
  if (status === 429) return code !== "insufficient_quota";
  return status === 408 || status === 409 || status >= 500;
}

function advise(status: number, code: string | null | undefined): string {
  switch (status) {
    case 401:
      return "Check the key: OPENAI_API_KEY, or the option apiKey.";
    case 403:
      return "This key may not use this model: allow it, or choose another one.";
    case 404:
      return "Check the model's name, and that the base URL ends as the server wants it, mostly in /v1.";
    case 429:
      return code === "insufficient_quota"
        ? "The account has no credit left: add some, or use another key."
        : "Too many requests: it is worth another try later.";
    default:
      return isRetryable(status, code)
        ? "It is worth another try later."
        : "The server does not take this request: check that the model supports it.";
  }
}

/** The message with the one at the root: "Connection error" alone does not say what went wrong. */
function describe(error: unknown): string {
  let root = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  if (root === error || !(error instanceof Error)) return messageOf(error);
  return `${messageOf(error)} (${messageOf(root)})`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // No message: several addresses of one host, each refused.
  return error.message.replace(/\.$/, "") || ("code" in error ? String(error.code) : error.name);
}
