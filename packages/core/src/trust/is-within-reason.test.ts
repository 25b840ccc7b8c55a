import { expect, test } from "vitest";
import { isWithinReason } from "./is-within-reason.ts";

const nest = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

test("an answer of a tool's depth and of as many facts as anybody says is", () => {
  const fact = { text: "a", entities: ["b"], relations: [{ subject: "a", object: "b" }] };
  expect(isWithinReason({ facts: Array.from({ length: 1_000 }, () => fact) })).toBe(true);
  expect(isWithinReason(nest(32))).toBe(true);
  for (const value of [undefined, null, "x", Number.NaN]) expect(isWithinReason(value)).toBe(true);
});

test("one that is deeper, larger or without an end is not", () => {
  const endless: { self?: unknown } = {};
  endless.self = endless;
  for (const value of [nest(40), nest(100_000), Array(50_001).fill(1), endless]) {
    expect(isWithinReason(value)).toBe(false);
  }
});
