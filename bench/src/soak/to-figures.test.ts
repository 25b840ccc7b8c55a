import { expect, it } from "vitest";
import type { Soaked } from "./soak.ts";
import { toFigures } from "./to-figures.ts";
import { toGoals } from "./to-goals.ts";

/** A run of 20 stretches in which a write takes 2 ms at first, and so many in the end; 3 in a new store then. */
function run(lastMs: number): Soaked {
  return {
    stretches: Array.from({ length: 20 }, (_, at) => ({
      commits: 10 * (at + 1),
      writeP50Ms: at < 2 ? 2 : lastMs,
      lookUpP50Ms: 1,
      searchP50Ms: 4,
      folderBytes: 100 * (at + 1),
      residentBytes: 500,
    })),
    young: { writeP50Ms: 3, lookUpP50Ms: 1, searchP50Ms: 4 },
    residentBytes: 600,
  };
}

it("compares the last tenth with a new store, and the disk with a fresh copy", () => {
  const figures = toFigures(run(4.5), 1_000);
  expect(figures).toMatchObject({
    last: { writeP50Ms: 4.5 },
    growth: { writeP50Ms: 1.5, lookUpP50Ms: 1 },
    residentGrowth: 1.2,
    diskShare: 2,
  });
  expect(toGoals(figures).map(({ holds }) => holds)).toEqual([true, true, true, true, true]);
});

it("misses the goals that do not hold", () => {
  const slow = toGoals(toFigures(run(4.6), 600));
  expect(slow.filter(({ holds }) => !holds).map(({ name }) => name)).toEqual([
    "write p50 in the last tenth within 1.5 times that of a new store beside it",
    "disk within 3 times a fresh copy",
  ]);
});
