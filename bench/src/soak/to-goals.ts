import { formatNumber } from "../report/format-number.ts";
import type { Goal } from "../report/goals.ts";
import type { SoakFigures } from "./to-figures.ts";

const MOST_GROWTH = 1.5;
const MOST_DISK_SHARE = 3;

/** What a run has to show: nothing gets slower or larger with the number of commits. */
export function toGoals({ growth, residentGrowth, diskShare }: SoakFigures): Goal[] {
  return [
    ages("write p50", growth.writeP50Ms),
    ages("look-up p50", growth.lookUpP50Ms),
    ages("search p50", growth.searchP50Ms),
    bounded(
      `resident memory before the last tenth within ${MOST_GROWTH} times the first tenth's`,
      residentGrowth,
      MOST_GROWTH,
    ),
    bounded(`disk within ${MOST_DISK_SHARE} times a fresh copy`, diskShare, MOST_DISK_SHARE),
  ];
}

function ages(name: string, times: number): Goal {
  return bounded(
    `${name} in the last tenth within ${MOST_GROWTH} times that of a new store beside it`,
    times,
    MOST_GROWTH,
  );
}

function bounded(name: string, times: number, most: number): Goal {
  return { name, measured: `${formatNumber(times, 2)} times`, holds: times <= most };
}
