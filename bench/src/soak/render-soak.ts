import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";
import type { Soaked } from "./soak.ts";

const MEGABYTE = 1_000_000;
const MOST_ROWS = 10;

/** The curve as a table of at most ten rows, and what the new store took beside the last one. */
export function renderSoak({ stretches, young }: Soaked): string {
  const step = Math.ceil(stretches.length / MOST_ROWS);
  const shown = stretches.filter((_, at) => (stretches.length - 1 - at) % step === 0);
  return renderTable([
    ["commits", "write p50, ms", "look-up p50, ms", "search p50, ms", "disk, MB", "resident, MB"],
    ...shown.map((stretch) => [
      formatNumber(stretch.commits),
      formatNumber(stretch.writeP50Ms, 1),
      formatNumber(stretch.lookUpP50Ms, 1),
      formatNumber(stretch.searchP50Ms, 1),
      formatNumber(stretch.folderBytes / MEGABYTE, 1),
      formatNumber(stretch.residentBytes / MEGABYTE),
    ]),
    [
      "a new store beside the last tenth",
      formatNumber(young.writeP50Ms, 1),
      formatNumber(young.lookUpP50Ms, 1),
      formatNumber(young.searchP50Ms, 1),
      "",
      "",
    ],
  ]);
}
