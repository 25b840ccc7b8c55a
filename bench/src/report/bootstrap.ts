import { createRandom } from "../synthetic/random.ts";
import { percentile } from "./percentile.ts";

/** Where the mean of a larger sample would lie, with 95 % confidence. */
export interface Interval {
  low: number;
  high: number;
}

const RESAMPLES = 2_000;
const SEED = 20_231;

/**
 * The 95 % confidence interval of a mean, by the percentile bootstrap (Efron, 1979): the values are
 * drawn again with replacement 2,000 times, always in the same way.
 *
 * Of the differences of two systems, question by question, it is the paired one.
 */
export function meanInterval(values: readonly number[]): Interval {
  const random = createRandom(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < values.length; drawn++) {
      sum += values[Math.floor(random.uniform() * values.length)] ?? 0;
    }
    return sum / values.length;
  });
  return { low: percentile(means, 0.025), high: percentile(means, 0.975) };
}
