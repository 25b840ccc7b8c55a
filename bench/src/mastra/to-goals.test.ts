import { expect, it } from "vitest";
import type { SubjectFigures } from "../turns/measure-subjects.ts";
import { toGoals } from "./to-goals.ts";

const AGENTS = [
  toFigures("no memory", 10),
  toFigures("Memory", 15),
  toFigures("semantic recall, 10,000", 60),
  toFigures("LongTermMemory, 10,000", 25),
];

it("asks long-term memory to add less than semantic recall, by every time", () => {
  const goals = toGoals([...AGENTS, toFigures("LongTermMemory, 100,000", 61)], 10_000);
  expect(goals.map(({ holds }) => holds)).toEqual(
    [true, false].flatMap((holds) => [holds, holds, holds, holds]),
  );
  expect(goals[0]).toEqual({
    name: "LongTermMemory, 10,000: adds less than semantic recall to the first token p50",
    measured: "15.0 ms against 50.0 ms",
    holds: true,
  });
});

it("has no goals among a few messages", () => {
  expect(toGoals(AGENTS, 9_999)).toEqual([]);
});

/** All times are the same. */
function toFigures(name: string, milliseconds: number): SubjectFigures {
  const timing = { p50Ms: milliseconds, p95Ms: milliseconds };
  return { name, firstToken: timing, end: timing, promptTokens: 100 };
}
