import { describe, expect, it } from "vitest";
import type { SizeFigures } from "./measure-size.ts";
import { toGoals } from "./to-goals.ts";

function figures(size: number, ms: { search: number; add?: number }, recall = 1): SizeFigures {
  return {
    size,
    users: 10,
    filling: { seconds: 1, memoriesPerSecond: size },
    folderBytes: 1,
    measured: {
      search: timing(ms.search),
      recall,
      lookUp: timing(1),
      add: timing(ms.add ?? 1),
      searchBetweenAdds: timing(1),
      residentBytes: 1,
    },
  };
}

function timing(p95Ms: number): { p50Ms: number; p95Ms: number } {
  return { p50Ms: 1, p95Ms };
}

const missed = (sizes: readonly SizeFigures[]) =>
  toGoals(sizes).flatMap(({ holds, name }) => (holds ? [] : [name]));

describe("toGoals", () => {
  it("holds when search is fast and flat, all is found, and add is fast", () => {
    const sizes = [figures(1_000, { search: 7 }), figures(100_000, { search: 14, add: 59 })];
    expect(toGoals(sizes)).toHaveLength(4);
    expect(missed(sizes)).toEqual([]);
  });

  it("names what does not", () => {
    const sizes = [figures(1_000, { search: 7 }), figures(100_000, { search: 15, add: 60 }, 0.97)];
    expect(missed(sizes)).toEqual([
      "search p95 at 100,000 under 15 ms",
      "search p95 at 100,000 at most 2 times that at 1,000",
      "recall at least 0.98 in every scope",
      "add p95 at 100,000 under 60 ms",
    ]);
  });

  it("counts the recall in a large scope", () => {
    const one = figures(1_000, { search: 7 });
    const largeScope = { search: { p50Ms: 1, p95Ms: 1 }, recall: 0.9 };
    expect(missed([{ ...one, measured: { ...one.measured, largeScope } }])).toEqual([
      "recall at least 0.98 in every scope",
    ]);
  });
});
