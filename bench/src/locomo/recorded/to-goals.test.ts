import { expect, it } from "vitest";
import { perMeasure } from "../retrieval/measures.ts";
import { toGoals } from "./to-goals.ts";

const measuresOf = (mean: number) => perMeasure(() => ({ mean, low: mean, high: mean }));
const figures = {
  ours: {
    name: "ours",
    questions: 2,
    measures: measuresOf(0.9),
    byCategory: { "multi-hop": { questions: 1, measures: measuresOf(0.6) } },
    search: { p50Ms: 1, p95Ms: 2 },
    cut: { precision: 0.3, recall: 0.896, facts: 6, tokens: 180 },
  },
  injection: { tokens: 200, historyTokens: 20_000, savedPercent: 99, recall: 0.9 },
};

it("holds where every bound does, and takes half a point of recall for unchanged", () => {
  const goals = toGoals(figures);
  expect(goals.length).toBe(7);
  expect(goals.filter(({ holds }) => !holds)).toEqual([]);
});

it.each([
  ["recall@10", { measures: measuresOf(0.86) }],
  ["nDCG@10", { measures: measuresOf(0.74) }],
  ["multi-hop recall@10", { byCategory: {} }],
  ["precision", { cut: { ...figures.ours.cut, precision: 0.27 } }],
  ["recall with the relative cut-off", { cut: { ...figures.ours.cut, recall: 0.894 } }],
])("misses the bound of %s", (name, change) => {
  const goals = toGoals({ ...figures, ours: { ...figures.ours, ...change } });
  expect(goals.filter(({ holds }) => !holds).map((goal) => goal.name)).toContainEqual(
    expect.stringMatching(new RegExp(`^${name}`)),
  );
});

it.each([
  ["tokens injected", { savedPercent: 94 }],
  ["recall of what is injected", { recall: 0.89 }],
])("misses the bound of %s", (name, change) => {
  const injection = { ...figures.injection, ...change };
  const missed = toGoals({ ...figures, injection }).filter(({ holds }) => !holds);
  expect(missed.map((goal) => goal.name)).toEqual([expect.stringMatching(new RegExp(`^${name}`))]);
});
