import { expect, it } from "vitest";
import { createStamps } from "./create-stamps.ts";

it("stamps sort in the order in which they were given, also when the clock is put back", () => {
  const times = [1_000, 1_000, 1_000, 2_000_000_000_000, 5, 2_000_000_000_001];
  const clock = times.values();
  const stamp = createStamps(() => clock.next().value ?? 0);
  const stamps = times.map(() => stamp());
  expect(stamps).toEqual(stamps.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(new Set(stamps).size).toBe(6);
});

it("two instances never give the same stamp", () => {
  const [one, other] = [createStamps(() => 7), createStamps(() => 7)];
  expect(one()).not.toBe(other());
});
