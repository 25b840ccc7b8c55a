import type { CallTimes } from "./in-use.ts";
import type { Soaked } from "./soak.ts";

/** What the whole run showed. */
export interface SoakFigures {
  /** Medians of the last tenth's stretches. */
  last: CallTimes;
  /** The same calls in a new store, in turns with those of the last tenth. */
  young: CallTimes;
  /** How many times as long the last tenth's calls took as those of the new store. */
  growth: CallTimes;
  /** Resident memory when the last tenth began, by that of the first. */
  residentGrowth: number;
  /** The store's folder at the end, by a copy that was just written. */
  diskShare: number;
}

/** The figures of a run, and of how large a fresh copy of it is. */
export function toFigures(
  { stretches, young, residentBytes }: Soaked,
  copyBytes: number,
): SoakFigures {
  const tenth = Math.max(1, Math.round(stretches.length / 10));
  const firstTenth = stretches.slice(0, tenth);
  const last = mapTimes((key) => median(stretches.slice(-tenth).map((stretch) => stretch[key])));
  const end = stretches.at(-1)?.folderBytes ?? Number.NaN;
  return {
    last,
    young,
    growth: mapTimes((key) => last[key] / young[key]),
    residentGrowth: residentBytes / median(firstTenth.map((stretch) => stretch.residentBytes)),
    diskShare: end / copyBytes,
  };
}

function mapTimes(valueOf: (key: keyof CallTimes) => number): CallTimes {
  return {
    writeP50Ms: valueOf("writeP50Ms"),
    lookUpP50Ms: valueOf("lookUpP50Ms"),
    searchP50Ms: valueOf("searchP50Ms"),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
