import { expect, it } from "vitest";
import { pickEvenly } from "./pick-evenly.ts";

it("picks at even distances, from the first on", () => {
  expect(pickEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([0, 3, 6]);
});

it("picks exactly as many as are wanted, also where the distance is no whole number", () => {
  const items = Array.from({ length: 199 }, (_, index) => index);
  for (const count of [1, 2, 20, 150, 198]) expect(pickEvenly(items, count)).toHaveLength(count);
});

it("gives all of them when there are not more", () => {
  expect(pickEvenly(["a", "b"], 20)).toEqual(["a", "b"]);
});
