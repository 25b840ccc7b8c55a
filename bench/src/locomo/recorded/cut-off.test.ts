import { expect, it } from "vitest";
import { cutOff } from "./cut-off.ts";

const found = [
  { factId: "a", score: 0.8 },
  { factId: "b", score: 0.4 },
  { factId: "c", score: 0.39 },
];
const relevant = new Set(["b", "c", "d"]);

it("keeps what is at least half as relevant as the best", () => {
  expect(cutOff(found, { relevant, textOf: () => "tea" })).toEqual({
    precision: 1 / 2,
    recall: 1 / 3,
    facts: 2,
    tokens: 3,
  });
});

it("has neither precision nor tokens where nothing was found", () => {
  expect(cutOff([], { relevant, textOf: () => "tea" })).toEqual({
    precision: 0,
    recall: 0,
    facts: 0,
    tokens: 0,
  });
});
