import { expect, it } from "vitest";
import { UsageError } from "./bench-error.ts";
import { parseCount } from "./parse-count.ts";

it.each([
  ["500", 500],
  ["10k", 10_000],
  ["1M", 1_000_000],
])("reads %s", (text, count) => {
  expect(parseCount("--n", text, "usage")).toBe(count);
});

it.each(["", "0", "0k", "-1", "1.5", "1e3", "many", "1 k", "k"])("refuses %j", (text) => {
  expect(() => parseCount("--n", text, "usage")).toThrow(UsageError);
  expect(() => parseCount("--n", text, "usage")).toThrow(`--n must be a whole number`);
});
