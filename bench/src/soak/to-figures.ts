import type { Stretch } from "./soak.ts";

/** A tenth of the run, by the medians of its stretches. */
type Tenth = Omit<Stretch, "commits">;

/** What the whole run showed. */
export interface SoakFigures {
  first: Tenth;
  last: Tenth;
  /** How much the last tenth took of the first one's. */
  growth: Tenth;
  /** The store's folder at the end, by a copy that was just written. */
  diskShare: number;
}

/** The figures of a run, and of how large a fresh copy of it is. */
export function toFigures(stretches: readonly Stretch[], copyBytes: number): SoakFigures {
  const tenth = Math.max(1, Math.round(stretches.length / 10));
  const first = toTenth(stretches.slice(0, tenth));
  const last = toTenth(stretches.slice(-tenth));
  const end = stretches.at(-1)?.folderBytes ?? Number.NaN;
  const growth = mapTenth((key) => last[key] / first[key]);
  return { first, last, growth, diskShare: end / copyBytes };
}

function toTenth(stretches: readonly Stretch[]): Tenth {
  return mapTenth((key) => median(stretches.map((stretch) => stretch[key])));
}

function mapTenth(valueOf: (key: keyof Tenth) => number): Tenth {
  return {
    writeP50Ms: valueOf("writeP50Ms"),
    lookUpP50Ms: valueOf("lookUpP50Ms"),
    searchP50Ms: valueOf("searchP50Ms"),
    folderBytes: valueOf("folderBytes"),
    residentBytes: valueOf("residentBytes"),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
