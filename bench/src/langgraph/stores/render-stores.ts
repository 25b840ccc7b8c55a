import { formatNumber } from "../../report/format-number.ts";
import { renderTable } from "../../report/table.ts";
import { formatTiming } from "../format-timing.ts";
import type { StoreFigures } from "./measure-stores.ts";

const MEGABYTE = 1_000_000;

/** A line for each kind of call, a column for each store. */
export function renderStores({
  items,
  namespaces,
  itemsPerSecond,
  folderBytes,
  calls,
}: StoreFigures): string {
  const names = Object.keys(itemsPerSecond);
  const size = `${formatNumber(items)} items in ${formatNumber(namespaces)} namespaces, ms`;
  return renderTable([
    [size, "among", ...names, "recall at 10"],
    ...calls.map(({ name, items: among, timings, recall = Number.NaN }) => [
      name,
      formatNumber(among),
      ...names.map((store) => formatTiming(timings[store] ?? NOT_MEASURED)),
      formatNumber(recall, 3),
    ]),
    [
      "batch, items per second",
      "",
      ...names.map((store) => formatNumber(itemsPerSecond[store] ?? Number.NaN)),
    ],
    ["on disk, MB", "", "–", formatNumber(folderBytes / MEGABYTE, 1)],
  ]);
}

const NOT_MEASURED = { p50Ms: Number.NaN, p95Ms: Number.NaN };
