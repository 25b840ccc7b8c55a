import { percentile } from "./percentile.ts";

/** Milliseconds that half of the calls, and 95 % of them, did not exceed. */
export interface Timing {
  p50Ms: number;
  p95Ms: number;
}

/** The timing of calls. */
export function toTiming(milliseconds: readonly number[]): Timing {
  return { p50Ms: percentile(milliseconds, 0.5), p95Ms: percentile(milliseconds, 0.95) };
}
