import type { Tally, VersionRow } from "@palimpsest/core";
import type { Step } from "../../wire.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** More than a picture can show, and few enough for a table. */
const MOST_STEPS = 1_000;

/**
 * How many memories were held at a time, by what was known then, of versions that were ever let in.
 * Of more than 1,000 moments each minute is a step, or hour, day or month, with what was held at its end.
 */
export function countHeld(): Tally<Pick<VersionRow, "recordedAt" | "supersededAt">, Step[]> {
  const coarser = [MINUTE_MS, HOUR_MS, DAY_MS, 30 * DAY_MS];
  let width = 1;
  const changes = new Map<number, number>();

  function change(time: number, by: number): void {
    const begin = Math.floor(time / width) * width;
    changes.set(begin, (changes.get(begin) ?? 0) + by);
    if (changes.size > MOST_STEPS) widen();
  }

  function widen(): void {
    const next = coarser.shift();
    if (next === undefined) return;
    width = next;
    const finer = [...changes];
    changes.clear();
    for (const [time, by] of finer) change(time, by);
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
