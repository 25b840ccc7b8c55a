import { formatNumber } from "../report/format-number.ts";
import type { Timing } from "../report/timing.ts";

/** "p50 / p95" in milliseconds; a dash for what was not measured. */
export function formatTiming({ p50Ms, p95Ms }: Timing): string {
  if (Number.isNaN(p50Ms)) return "–";
  return `${formatNumber(p50Ms, 2)} / ${formatNumber(p95Ms, 2)}`;
}
