import { expect, it } from "vitest";
import { meanInterval } from "./bootstrap.ts";

it("is as wide as the normal approximation of a mean of many values", () => {
  // 400 values of which a quarter is 1: the standard error is √(0.25 × 0.75 / 400) = 0.02165.
  const { low, high } = meanInterval(Array.from({ length: 400 }, (_, at) => Number(at % 4 === 0)));
  expect(low).toBeCloseTo(0.25 - 1.96 * 0.02165, 2);
  expect(high).toBeCloseTo(0.25 + 1.96 * 0.02165, 2);
});

it("is the same in every run, and no wider than equal values", () => {
  const values = [0, 1, 1, 0.5, 0.25];
  expect(meanInterval(values)).toEqual(meanInterval(values));
  expect(meanInterval([0.5, 0.5, 0.5])).toEqual({ low: 0.5, high: 0.5 });
});

it("is NaN for no values", () => {
  expect(meanInterval([])).toEqual({ low: Number.NaN, high: Number.NaN });
});
