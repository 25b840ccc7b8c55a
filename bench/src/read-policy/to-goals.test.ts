import { expect, it } from "vitest";
import { toGoals } from "./to-goals.ts";

it.each([
  [0.8, 0.84, [true, true]],
  [0.79, 0.84, [false, true]],
  [0.8, 0.82, [true, false]],
])("silent for %d with a recall of %d of 0.85: %j", (silent, recall, holds) => {
  const goals = toGoals({ own: 1, foreign: 1, silent, recall, recallOfAll: 0.85 });
  expect(goals.map((goal) => goal.holds)).toEqual(holds);
});
