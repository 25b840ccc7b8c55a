import type { ApiError } from "./answer.ts";

/** The request is not one that the server can answer; `error` is what the client is told. */
export class RequestError extends Error {
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.name = "RequestError";
    this.error = error;
  }
}
