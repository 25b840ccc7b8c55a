import type { Tally, VersionRow } from "@palimpsest/core";
import type { Step } from "../../wire.ts";

const HOUR_MS = 3_600_000;

/** How far apart steps may lie: a moment, a minute, an hour, a day, a month. */
const WIDTHS_MS = [1, 60_000, HOUR_MS, 24 * HOUR_MS, 30 * 24 * HOUR_MS] as const;

/** More than a picture can show, and few enough for a table. */
const MOST_STEPS = 1_000;

/**
 * How many memories were held at a time, by what was known then, of versions that were ever let in.
 * Of more than 1,000 moments each minute is a step, or hour, day or month, with what was held at its end.
 */
export function countHeld(): Tally<Pick<VersionRow, "recordedAt" | "supersededAt">, Step[]> {
  let coarseness = 0;
  let changes = new Map<number, number>();

  function change(time: number, by: number): void {
    const width = WIDTHS_MS[coarseness] ?? 1;
    const begin = Math.floor(time / width) * width;
    changes.set(begin, (changes.get(begin) ?? 0) + by);
    if (changes.size <= MOST_STEPS || coarseness === WIDTHS_MS.length - 1) return;
    coarseness += 1;
    const finer = changes;
    changes = new Map();
    for (const [at, change_] of finer) change(at, change_);
  }

  return {
    add({ recordedAt, supersededAt }) {
      change(recordedAt.getTime(), 1);
      if (supersededAt !== undefined) change(supersededAt.getTime(), -1);
    },
    result() {
      let value = 0;
      return [...changes]
        .toSorted(([a], [b]) => a - b)
        .map(([at, by]) => ({ at: new Date(at).toISOString(), value: (value += by) }));
    },
  };
}
