import { expect, it } from "vitest";
import type { SteadyFigures } from "./steady/measure-steady-in-new-process.ts";
import { toGoals } from "./to-goals.ts";

function timing(p50Ms: number) {
  return { p50Ms, p95Ms: 2 * p50Ms };
}

function site(commits: number, stepMs: number): SteadyFigures {
  const reads = { latest: timing(2), byId: timing(1) };
  return {
    commits,
    step: timing(stepMs),
    ...reads,
    residentBytes: 1,
    fragments: 1,
    folderBytes: 1,
  };
}

function conversation(saver: string, durability: "async" | "exit", folderBytes: number) {
  return { saver, durability, folderBytes, turn: timing(1), messageBytes: 1, newestBytes: 1 };
}

function search(items: number, [exactMs, oursMs]: [number, number], recall: number) {
  const timings = { InMemoryStore: timing(exactMs), LanceDBStore: timing(oursMs) };
  return { name: "search", items, timings, recall };
}

it("asks nothing of parts that were not measured", () => {
  expect(toGoals({})).toEqual([]);
});

it("compares an old place with a young one", () => {
  const goals = toGoals({ steady: { young: site(100, 4), old: site(5_000, 6.1) } });
  expect(goals.map(({ measured, holds }) => [measured, holds])).toEqual([
    ["1.53 times", false],
    ["1.00 times", true],
    ["1.00 times", true],
  ]);
});

it("compares the disk of the same agent, as LangGraph saves by default", () => {
  const others = [
    conversation("LanceDBSaver", "exit", 1),
    conversation("SqliteSaver (node:sqlite)", "async", 3_000),
    conversation("SqliteSaver (node:sqlite)", "exit", 2),
  ];
  const kept = toGoals({ disk: [conversation("LanceDBSaver", "async", 1_000), ...others] });
  expect(kept).toMatchObject([{ measured: "0.333", holds: true }]);
  const missed = toGoals({ disk: [conversation("LanceDBSaver", "async", 1_001), ...others] });
  expect(missed).toMatchObject([{ holds: false }]);
});

it("wants recall in every search, and speed where there are many items", () => {
  const goalsOf = (...searches: ReturnType<typeof search>[]) =>
    toGoals({
      stores: { items: 1, namespaces: 1, itemsPerSecond: {}, folderBytes: 1, calls: searches },
    }).map(({ measured, holds }) => [measured, holds]);
  expect(goalsOf(search(100, [1, 9], 1), search(10_000, [9, 3], 0.98))).toEqual([
    ["0.980", true],
    ["3.0 times as fast", true],
  ]);
  expect(goalsOf(search(100, [1, 9], 0.97), search(20_000, [8, 10], 1))).toEqual([
    ["0.970", false],
    ["0.8 times as fast", false],
  ]);
});
