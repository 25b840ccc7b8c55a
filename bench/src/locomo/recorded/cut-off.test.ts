import { expect, it } from "vitest";
import { cutOff } from "./cut-off.ts";

const question = {
  userId: "alice",
  text: "tea?",
  category: "single-hop",
  askedAt: new Date("2026-03-01"),
  relevant: new Set(["b", "c", "d"]),
} as const;
const found = [
  { id: "a", score: 0.8 },
  { id: "b", score: 0.4 },
  { id: "c", score: 0.39 },
];

it("keeps what is at least half as relevant as the best", () => {
  expect(cutOff([{ question, found }], () => "tea")).toEqual({
    precision: 1 / 2,
    recall: 1 / 3,
    facts: 2,
    tokens: 3,
  });
});

it("counts an empty answer as one without precision and tokens", () => {
  const answers = [
    { question, found },
    { question, found: [] },
  ];
  const { precision, facts, tokens } = cutOff(answers, () => "tea");
  expect([precision, facts, tokens]).toEqual([1 / 4, 1, 1.5]);
});
