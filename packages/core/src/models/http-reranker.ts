import { InvalidInputError, ModelCallError } from "../errors.ts";
import type { Reranker } from "../ports/reranker.ts";
import { readRelevances } from "./read-relevances.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/** Which reranking model, and where. */
export interface HttpRerankerOptions {
  /**
   * The whole address: `https://api.cohere.com/v2/rerank`, `https://api.jina.ai/v1/rerank`, or
   * `http://localhost:8000/rerank` for vLLM.
   */
  url: string;
  model: string;
  /** What the server wants beside the content type, such as `{ authorization: "Bearer …" }`. Default: nothing. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Longest part of a text that is sent, in characters: what it is about stands in its beginning. */
const LONGEST_TEXT = 2_000;

/**
 * A reranker behind HTTP, of a server that takes `{ model, query, documents }` and answers with
 * `{ results: [{ index, relevance_score }] }`: Cohere, Jina, vLLM, OpenVINO and others that follow
 * them (https://docs.cohere.com/reference/rerank).
 *
 * All texts go in one request, and of each the first 2,000 characters. What the answer leaves out is
 * worth 0; scores must be of 0…1, which those of models without a last sigmoid are not. It rejects
 * with a `ModelCallError` when the server cannot be asked, and with a `ModelOutputError` for an
 * answer of another shape.
 *
 * @throws {InvalidInputError} when `url` is none.
 */
export function httpReranker({ url, model, headers = {} }: HttpRerankerOptions): Reranker {
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    throw new InvalidInputError(
      `url must be a URL such as https://api.cohere.com/v2/rerank, and "${url}" is none.`,
      { parameter: "url", value: url },
    );
  }
  const { host, origin, pathname } = new URL(url);
  // Not the whole URL: what else it may hold, a password or a token, is nobody's business.
  const where = `${model} at ${origin}${pathname}`;
  return {
    id: `${host}/${model}`,
    async rerank(query, texts, { signal } = {}) {
      if (texts.length === 0) return [];
      const documents = texts.map((text) => text.slice(0, LONGEST_TEXT).toWellFormed());
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify({ model, query: query.toWellFormed(), documents }),
          signal: signal ?? null,
        });
        const body = await response.text();
        if (!response.ok) throw explainStatus(where, response, body);
        return readRelevances(body, texts.length);
      } catch (error) {
        signal?.throwIfAborted();
        throw error instanceof TypeError ? explainFailure(where, error) : error;
      }
    },
  };
}

function explainStatus(where: string, response: Response, body: string): ModelCallError {
  const { status } = response;
  const retryable = status === 408 || status === 409 || status === 429 || status >= 500;
  const retryAfterMs = readRetryAfter(response.headers);
  const advice = retryable
    ? "It is worth another try later."
    : "Check url, model and the key in headers.";
  return new ModelCallError(`${where} answered ${status}: ${body.slice(0, 200)} ${advice}`, {
    retryable,
    status,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** What `fetch` throws a `TypeError` for: no connection, or one that broke off. */
function explainFailure(where: string, error: TypeError): ModelCallError {
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return new ModelCallError(
    `No usable answer from ${where}: ${reason}. Check that the server is up, and the url.`,
    { retryable: true, cause: error },
  );
}
