import { describe, expect, it } from "vitest";
import { sumTallies, type Tally } from "./tally.ts";
import { toFigures } from "./to-figures.ts";

const FIRST: Tally = {
  sessions: 2,
  messages: 30,
  elapsedMs: 2_000,
  addMs: [10, 20],
  pending: 0,
  memories: 4,
  versions: 6,
  decisions: { ADD: 4, UPDATE: 1, DELETE: 1, NOOP: 2, REJECTED: 0 },
  historyTokens: 1_000,
  memoryTokens: 50,
  questions: 2,
  contextTokens: 100,
  replayedTokens: 2_000,
};
const SECOND: Tally = {
  sessions: 1,
  messages: 10,
  elapsedMs: 2_000,
  addMs: [30],
  pending: 1,
  memories: 1,
  versions: 1,
  decisions: { ADD: 1, UPDATE: 0, DELETE: 0, NOOP: 0, REJECTED: 3 },
  historyTokens: 8_000,
  memoryTokens: 10,
  questions: 1,
  contextTokens: 20,
  replayedTokens: 8_000,
};

describe("toFigures", () => {
  it("relates what was measured", () => {
    expect(toFigures("conv-1", FIRST)).toMatchObject({
      name: "conv-1",
      seconds: 2,
      messagesPerSecond: 15,
      addP50Ms: 10,
      addP95Ms: 20,
      contextTokensPerQuestion: 50,
      savedPercent: 95,
    });
  });

  it("weighs conversations in the total by what they had", () => {
    expect(toFigures("total", sumTallies([FIRST, SECOND]))).toEqual({
      name: "total",
      sessions: 3,
      messages: 40,
      seconds: 4,
      messagesPerSecond: 10,
      addP50Ms: 20,
      addP95Ms: 30,
      pending: 1,
      memories: 5,
      versions: 7,
      decisions: { ADD: 5, UPDATE: 1, DELETE: 1, NOOP: 2, REJECTED: 3 },
      historyTokens: 9_000,
      memoryTokens: 60,
      questions: 3,
      contextTokensPerQuestion: 40,
      savedPercent: 98.8,
    });
  });

  it("knows no cost per question where there are none", () => {
    const unasked = { ...FIRST, questions: 0, contextTokens: 0, replayedTokens: 0 };
    const { contextTokensPerQuestion, savedPercent } = toFigures("conv-1", unasked);
    expect([contextTokensPerQuestion, savedPercent]).toEqual([Number.NaN, Number.NaN]);
  });
});
