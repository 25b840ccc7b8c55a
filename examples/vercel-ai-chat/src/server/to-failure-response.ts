import { MemoryError, type MemoryErrorCode } from "@palimpsest/core";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Failure } from "../wire.ts";

const STATUS = {
  "invalid-input": 400,
  "not-found": 404,
  "model-call": 503,
  "model-output": 503,
  embedding: 503,
  budget: 429,
  redaction: 503,
  store: 503,
  closed: 503,
} as const satisfies Record<MemoryErrorCode, number>;

/** What the page is told of an error: what it can act on, and nothing of the server's inside. */
export function toFailureResponse(error: Error, context: Context): Response {
  if (error instanceof HTTPException) {
    if (error.res) return error.res;
    return context.json(failure("invalid-input", error.message), error.status);
  }
  if (!MemoryError.isInstance(error)) {
    console.error(error);
    return context.json(failure("internal", "Something went wrong on the server."), 500);
  }
  const status = STATUS[error.code];
  if (status !== 503) return context.json(failure(error.code, error.message), status);
  console.error(error);
  return context.json(failure(error.code, "The memory cannot be reached."), status);
}

function failure(code: string, message: string): Failure {
  return { error: { code, message } };
}
