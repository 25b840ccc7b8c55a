import { expect, test } from "vitest";
import { meanRanking, measureRanking } from "./measure-ranking.ts";

test("a ranking is measured by the ranks of what is relevant", () => {
  const { recallAt, hitAt5, reciprocalRank, ndcgAt10 } = measureRanking(
    [false, true, false, false, false, true],
    4,
  );
  expect(recallAt).toEqual({ 1: 0, 3: 0.25, 5: 0.25, 10: 0.5, 20: 0.5 });
  expect([hitAt5, reciprocalRank]).toEqual([1, 0.5]);
  // By hand: (1/log2(3) + 1/log2(7)) / (1 + 1/log2(3) + 1/2 + 1/log2(5)).
  expect(ndcgAt10).toBeCloseTo((0.63093 + 0.35621) / (1 + 0.63093 + 0.5 + 0.43068), 4);
});

test("what is found behind the tenth rank counts for recall at 20 alone", () => {
  const late = [...Array.from({ length: 12 }, () => false), true];
  const { recallAt, hitAt5, reciprocalRank, ndcgAt10 } = measureRanking(late, 1);
  expect([recallAt[10], recallAt[20], hitAt5, ndcgAt10]).toEqual([0, 1, 0, 0]);
  expect(reciprocalRank).toBeCloseTo(1 / 13, 10);
});

test("a perfect ranking has nothing but ones, also of more than ten", () => {
  const all = measureRanking(
    Array.from({ length: 20 }, () => true),
    20,
  );
  expect([all.ndcgAt10, all.reciprocalRank, all.recallAt[20]]).toEqual([1, 1, 1]);
  expect(all.recallAt[10]).toBe(0.5);
});

test("an empty ranking is all zeros, and with nothing to find there is no measure", () => {
  expect(Object.values(measureRanking([], 2)).slice(1)).toEqual([0, 0, 0]);
  const { recallAt, hitAt5, reciprocalRank, ndcgAt10 } = measureRanking([false], 0);
  expect([...Object.values(recallAt), hitAt5, reciprocalRank, ndcgAt10]).toEqual(
    Array.from({ length: 8 }, () => Number.NaN),
  );
});

test("a mean is taken measure by measure", () => {
  const mean = meanRanking([measureRanking([true], 1), measureRanking([false, true], 2)]);
  expect(mean.recallAt).toEqual({ 1: 0.5, 3: 0.75, 5: 0.75, 10: 0.75, 20: 0.75 });
  expect([mean.hitAt5, mean.reciprocalRank]).toEqual([1, 0.75]);
  expect(meanRanking([]).ndcgAt10).toBeNaN();
});
