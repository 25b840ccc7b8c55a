import { expect, it } from "vitest";
import { toGoal } from "./to-goal.ts";

it.each([
  [0.85, 0.85, 0.6, true],
  [0.846, 0.6, 0.85, true],
  [0.844, 0.6, 0.85, false],
])(
  "%d of both is enough beside %d by words and %d by vectors: %s",
  (hybrid, words, vectors, holds) => {
    expect(toGoal({ strength: 0.3, hybrid, words, vectors })).toMatchObject({ holds });
  },
);
