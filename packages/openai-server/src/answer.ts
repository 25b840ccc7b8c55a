import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createId } from "./create-id.ts";

/** An HTTP answer before it is written. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: readonly string[];
  /** The pause before each chunk. */
  readonly chunkDelayMs?: number;
  /** The connection is destroyed where the answer should end. */
  readonly broken?: boolean;
}

/** An answer with a JSON body. */
export function jsonAnswer(body: object): Answer {
  return textAnswer(JSON.stringify(body), "application/json");
}

/** An answer with a body of any text. */
export function textAnswer(body: string, contentType: string): Answer {
  return { status: 200, headers: answerHeaders(contentType), chunks: [body] };
}

/** An answer that streams server-sent events. */
export function eventAnswer(events: readonly string[], chunkDelayMs: number): Answer {
  return { status: 200, headers: answerHeaders("text/event-stream"), chunks: events, chunkDelayMs };
}

/** What is wrong with a request, as OpenAI says it. */
export interface ApiError {
  readonly status: number;
  readonly message: string;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer with an error in OpenAI's form. */
export function errorAnswer(error: ApiError): Answer {
  const { status, message, type = errorType(status), code = null, param = null } = error;
  return {
    ...jsonAnswer({ error: { message, type, param, code } }),
    status,
    headers: { ...answerHeaders("application/json"), ...error.headers },
  };
}

/** Writes the answer; a client that hangs up meanwhile, which aborts `signal`, rejects it. */
export async function writeAnswer(
  response: ServerResponse,
  { status, headers, chunks, chunkDelayMs = 0, broken = false }: Answer,
  signal: AbortSignal,
): Promise<void> {
  if (chunks.length > 0) response.writeHead(status, headers);
  for (const chunk of chunks) {
    if (chunkDelayMs > 0) await sleep(chunkDelayMs, undefined, { signal });
    await write(response, chunk);
  }
  if (broken) response.destroy();
  else response.end();
}

// Waits until the chunk has left: what is buffered when a socket is destroyed is lost.
async function write(response: ServerResponse, chunk: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  response.write(chunk, (error) => (error ? reject(error) : resolve()));
  await promise;
}

function answerHeaders(contentType: string): Record<string, string> {
  return { "content-type": contentType, "x-request-id": createId("req_") };
}

function errorType(status: number): string {
  if (status === 429) return "requests";
  return status >= 500 ? "server_error" : "invalid_request_error";
}
