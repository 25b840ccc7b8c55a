import { measureRanking } from "@palimpsest/core/testing";
import { expect, it } from "vitest";
import type { Category } from "../data/locomo-data.ts";
import type { Answers } from "./ask-subjects.ts";
import { toFigures, toLead } from "./to-figures.ts";

const ours = answers("ours", [
  ["single-hop", [true]],
  ["single-hop", [false, true]],
  ["multi-hop", [false]],
]);
const theirs = answers("theirs", [
  ["single-hop", [false, true]],
  ["single-hop", [false, true]],
  ["multi-hop", [true]],
]);

it("takes means over all questions and over those of each category", () => {
  const { questions, measures, byCategory, search } = toFigures(ours);
  expect(questions).toBe(3);
  expect(measures["R@1"].mean).toBeCloseTo(1 / 3, 10);
  expect(measures.MRR.mean).toBe(0.5);
  expect(measures["R@1"].low).toBeLessThan(1 / 3);
  expect(measures["R@1"].high).toBeGreaterThan(1 / 3);
  expect(Object.keys(byCategory)).toEqual(["multi-hop", "single-hop"]);
  expect(byCategory["single-hop"]).toMatchObject({
    questions: 2,
    measures: { MRR: { mean: 0.75 } },
  });
  expect(search).toEqual({ p50Ms: 2, p95Ms: 3 });
});

it("takes a lead as the mean of the differences, question by question", () => {
  const { of, over, measures } = toLead(ours, theirs);
  expect([of, over]).toEqual(["ours", "theirs"]);
  expect(measures["R@1"]).toEqual({ mean: 0, low: -1, high: 1 });
  expect(measures.MRR.mean).toBeCloseTo((0.5 + 0 - 1) / 3, 10);
});

it("has no lead over itself", () => {
  expect(toLead(ours, ours).measures["nDCG@10"]).toEqual({ mean: 0, low: 0, high: 0 });
});

/** Answers in 1, 2, 3 … ms to questions with one relevant fact. */
function answers(name: string, rankings: readonly [Category, boolean[]][]): Answers {
  return {
    name,
    answers: rankings.map(([category, isRelevant], index) => ({
      question: {
        userId: "alice",
        text: "?",
        category,
        askedAt: new Date("2026-03-01"),
        relevant: new Set(["a"]),
      },
      found: [],
      measures: measureRanking(isRelevant, 1),
      elapsedMs: index + 1,
    })),
  };
}
