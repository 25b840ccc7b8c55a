import { expect, it } from "vitest";
import { percentile } from "./percentile.ts";

it("gives a value that the wanted share does not exceed", () => {
  const values = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6];
  expect(percentile(values, 0.5)).toBe(5);
  expect(percentile(values, 0.95)).toBe(10);
  expect(percentile(values, 0.9)).toBe(9);
});

it("orders by number, not by spelling", () => {
  expect(percentile([10, 9, 100], 0.5)).toBe(10);
});

it("gives the only value for any share, and the least one for none", () => {
  expect(percentile([7], 0.01)).toBe(7);
  expect(percentile([3, 2], 0)).toBe(2);
});

it("is NaN for no values", () => {
  expect(percentile([], 0.5)).toBeNaN();
});

it("leaves the values in their order", () => {
  const values = [3, 1, 2];
  percentile(values, 0.5);
  expect(values).toEqual([3, 1, 2]);
});
