import { formatNumber } from "../../report/format-number.ts";
import { renderTable } from "../../report/table.ts";
import { formatTiming } from "../format-timing.ts";
import type { SaverFigures, ThreadFigures } from "./measure-savers.ts";

const CALLS: readonly [name: string, call: Exclude<keyof SaverFigures, "name">][] = [
  ["put + putWrites", "step"],
  ["getTuple, newest", "latest"],
  ["getTuple, newest, first of an instance", "firstLatest"],
  ["getTuple, by id", "byId"],
  ["list, 10", "list"],
];

/** A table for each length of the thread, a column for each saver. */
export function renderSavers(threads: readonly ThreadFigures[]): string {
  return threads
    .map(({ checkpoints, savers }) =>
      renderTable([
        [`${formatNumber(checkpoints)} checkpoints, ms`, ...savers.map(({ name }) => name)],
        ...CALLS.map(([name, call]) => [name, ...savers.map((saver) => formatTiming(saver[call]))]),
      ]),
    )
    .join("\n\n");
}
