import { expect, test } from "vitest";
import { explainOpenAIFailure } from "./openai-errors.ts";

const TO = { model: "openai/m", baseURL: "https://models.example/v1" };

/** An error as the package throws it for an answer of 429. */
function limited(headers: Record<string, string>): Error {
  return Object.assign(new Error("429 Slow down"), { status: 429, headers: new Headers(headers) });
}

test.each([
  [{ "retry-after": "7" }, 7_000],
  [{ "retry-after": "0.5" }, 500],
  [{ "retry-after-ms": "120", "retry-after": "1" }, 120],
  [
    { "retry-after": "Fri, 01 Jan 2038 00:00:20 GMT", date: "Fri, 01 Jan 2038 00:00:00 GMT" },
    20_000,
  ],
  [{ "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, undefined],
  [{}, undefined],
])("the wait of a server that answers with %o is %s ms", (headers, expected) => {
  expect(explainOpenAIFailure(limited(headers), TO).retryAfterMs).toBe(expected);
});

test("a connection error is told with the reason at its root", () => {
  const refused = new AggregateError([], "");
  Object.assign(refused, { code: "ECONNREFUSED" });
  const failed = new TypeError("fetch failed", { cause: refused });
  const error = new Error("Connection error.", { cause: failed });
  expect(explainOpenAIFailure(error, TO)).toEqual({
    message:
      "No usable answer from openai/m at https://models.example/v1: " +
      "Connection error (ECONNREFUSED). Check that the server is up, and the base URL.",
    retryable: true,
    cause: error,
  });
});

test("what is thrown but no error is told, too", () => {
  expect(explainOpenAIFailure("Oh.", TO)).toMatchObject({ retryable: true, cause: "Oh." });
});
