import { expect, test } from "vitest";
import { InvalidInputError } from "../errors.ts";
import type { Limits } from "../settings.ts";
import { readMetadata } from "./read-values.ts";

const LIMITS = { metadata: 100 } as Limits;

test("metadata is a copy of what JSON makes of it", () => {
  const given = { at: new Date(0), list: [1, undefined], nested: { a: null } };
  const metadata = readMetadata(given, LIMITS);
  given.list.push(2);
  expect(metadata).toEqual({
    at: "1970-01-01T00:00:00.000Z",
    list: [1, null],
    nested: { a: null },
  });
});

test.each([
  ["a text", "{}"],
  ["null", null],
  ["a list", [{}]],
  ["an object that JSON has as a text", new Date(0)],
  ["an object that JSON leaves out", { toJSON: () => undefined }],
  ["a function", () => {}],
  ["a number that JSON has not", { a: 1n }],
  ["too much", { a: "x".repeat(100) }],
])("metadata that is %s is refused", (_, metadata) => {
  expect(() => readMetadata(metadata, LIMITS)).toThrow(InvalidInputError);
});
