import { expect, it } from "vitest";
import { perMeasure } from "../retrieval/measures.ts";
import type { SubjectFigures } from "../retrieval/to-figures.ts";
import { toGoals } from "./to-goals.ts";

it.each([
  [0.8, 0.6, 0.8, true],
  [0.6, 0.8, 0.81, true],
  [0.6, 0.8, 0.79, false],
])("turns %d, facts %d, both %d: %s", (turns, facts, union, holds) => {
  const [goal] = toGoals({
    turns: figures("raw turns", turns),
    facts: figures("facts", facts),
    union: figures("both", union),
  });
  expect(goal).toEqual({
    name: "recall@10 of both at least that of raw turns or facts, 0.800",
    measured: union.toFixed(3),
    holds,
  });
});

function figures(name: string, mean: number): SubjectFigures {
  const measures = perMeasure(() => ({ mean, low: mean, high: mean }));
  return { name, questions: 1, measures, byCategory: {}, search: { p50Ms: 1, p95Ms: 1 } };
}
