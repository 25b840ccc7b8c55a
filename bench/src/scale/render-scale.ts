import { formatNumber } from "../report/format-number.ts";
import { renderTable } from "../report/table.ts";
import type { SizeFigures } from "./measure-size.ts";

const MEGABYTE = 1_000_000;

const MEASURES: readonly [name: string, cellOf: (figures: SizeFigures) => string][] = [
  ["users", ({ users }) => formatNumber(users)],
  ["search p50, ms", ({ measured }) => formatNumber(measured.search.p50Ms, 1)],
  ["search p95, ms", ({ measured }) => formatNumber(measured.search.p95Ms, 1)],
  ["recall at 10", ({ measured }) => formatNumber(measured.recall, 3)],
  ["look-up p50, ms", ({ measured }) => formatNumber(measured.lookUp.p50Ms, 1)],
  ["look-up p95, ms", ({ measured }) => formatNumber(measured.lookUp.p95Ms, 1)],
  ["add p50, ms", ({ measured }) => formatNumber(measured.add.p50Ms, 1)],
  ["add p95, ms", ({ measured }) => formatNumber(measured.add.p95Ms, 1)],
  [
    "search between adds p50, ms",
    ({ measured }) => formatNumber(measured.searchBetweenAdds.p50Ms, 1),
  ],
  [
    "search between adds p95, ms",
    ({ measured }) => formatNumber(measured.searchBetweenAdds.p95Ms, 1),
  ],
  [
    "search of 20,000 rows p50, ms",
    ({ measured }) => formatNumber(measured.largeScope?.search.p50Ms ?? Number.NaN, 1),
  ],
  [
    "search of 20,000 rows p95, ms",
    ({ measured }) => formatNumber(measured.largeScope?.search.p95Ms ?? Number.NaN, 1),
  ],
  [
    "recall in 20,000 rows",
    ({ measured }) => formatNumber(measured.largeScope?.recall ?? Number.NaN, 3),
  ],
  ["ingest, memories per second", ({ filling }) => formatNumber(filling.memoriesPerSecond)],
  ["on disk, MB", ({ folderBytes }) => formatNumber(folderBytes / MEGABYTE, 1)],
  ["resident, MB", ({ measured }) => formatNumber(measured.residentBytes / MEGABYTE)],
];

/** The figures of all sizes as a table, a column each. */
export function renderScale(sizes: readonly SizeFigures[]): string {
  return renderTable([
    ["memories", ...sizes.map(({ size }) => formatNumber(size))],
    ...MEASURES.map(([name, cellOf]) => [name, ...sizes.map(cellOf)]),
  ]);
}
