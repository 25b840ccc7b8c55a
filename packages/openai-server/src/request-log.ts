import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** The endpoints that the server has. */
export type RequestPath = "chat" | "responses" | "embeddings" | "models";

/** A request that reached the server. */
export interface LoggedRequest {
  /** The endpoint; none when the server has no such one. */
  readonly path: RequestPath | undefined;
  /** The request's own words for it, such as `POST /v1/embeddings`. */
  readonly route: string;
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON; the text itself when it is not JSON, and `undefined` when there is none. */
  readonly body: unknown;
  readonly at: Date;
}

const PATHS: Readonly<Record<string, RequestPath>> = {
  "POST /v1/chat/completions": "chat",
  "POST /v1/responses": "responses",
  "POST /v1/embeddings": "embeddings",
  "GET /v1/models": "models",
};

/** Reads a request to its end. */
export async function readRequest(request: IncomingMessage): Promise<LoggedRequest> {
  const at = new Date();
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const route = `${request.method} ${pathname}`;
  const body = parseBody(await text(request));
  return { path: PATHS[route], route, headers: request.headers, body, at };
}

function parseBody(body: string): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
