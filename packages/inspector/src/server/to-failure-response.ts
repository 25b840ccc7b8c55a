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

/** What the page is told of an error: who looks at a memory may know what is wrong with it. */
export function toFailureResponse(error: Error, context: Context): Response {
  if (error instanceof HTTPException) {
    return context.json(failure("refused", error.message), error.status);
  }
  if (MemoryError.isInstance(error)) {
    return context.json(failure(error.code, error.message), STATUS[error.code]);
  }
  console.error(error);
  return context.json(failure("internal", "Something went wrong in the inspector."), 500);
}

function failure(code: string, message: string): Failure {
  return { error: { code, message } };
}
