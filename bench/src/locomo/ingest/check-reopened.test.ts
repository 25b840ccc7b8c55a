import { expect, it } from "vitest";
import { BenchError } from "../../bench-error.ts";
import { checkReopened } from "./check-reopened.ts";

it("is content with equal counts", () => {
  expect(() => checkReopened({ a: 1, b: 0 }, { b: 0, a: 1 })).not.toThrow();
});

it("names each user whose memories are more, fewer or missing", () => {
  expect(() => checkReopened({ a: 1, b: 2, c: 3, d: 4 }, { a: 1, b: 3, c: 2 })).toThrow(
    new BenchError(
      [
        "The new process found other memories than were stored:",
        "b: 2 before, 3 in the new process",
        "c: 3 before, 2 in the new process",
        "d: 4 before, undefined in the new process",
      ].join("\n"),
    ),
  );
});

it("minds users that were not there before", () => {
  expect(() => checkReopened({}, { a: 1 })).toThrow("a: undefined before, 1 in the new process");
});
