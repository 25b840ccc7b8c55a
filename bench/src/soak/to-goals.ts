import { formatNumber } from "../report/format-number.ts";
import type { Goal } from "../report/goals.ts";
import type { SoakFigures } from "./to-figures.ts";

const MOST_GROWTH = 1.5;
const MOST_DISK_SHARE = 3;

/** What a run has to show: nothing gets slower or larger with the number of commits. */
export function toGoals({ growth, diskShare }: SoakFigures): Goal[] {
  return [
    grows("write p50", growth.writeP50Ms),
    grows("look-up p50", growth.lookUpP50Ms),
    grows("search p50", growth.searchP50Ms),
    grows("resident memory", growth.residentBytes),
    {
      name: `disk within ${MOST_DISK_SHARE} times a fresh copy`,
      measured: `${formatNumber(diskShare, 2)} times`,
      holds: diskShare <= MOST_DISK_SHARE,
    },
  ];
}

function grows(name: string, by: number): Goal {
  return {
    name: `${name} in the last tenth within ${MOST_GROWTH} times the first`,
    measured: `${formatNumber(by, 2)} times`,
    holds: by <= MOST_GROWTH,
  };
}
