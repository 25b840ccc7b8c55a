import { formatNumber } from "../../report/format-number.ts";
import { renderTable } from "../../report/table.ts";
import { formatTiming } from "../format-timing.ts";
import type { DiskFigures } from "./measure-disk.ts";

const KILOBYTE = 1_000;

/** A line for each conversation of the agent. */
export function renderDisk(turns: number, conversations: readonly DiskFigures[]): string {
  return renderTable([
    [
      `agent, ${formatNumber(turns)} turns`,
      "durability",
      "turn, ms",
      "messages, kB",
      "on disk, kB",
      "newest version, kB",
    ],
    ...conversations.map((one) => [
      one.saver,
      one.durability,
      formatTiming(one.turn),
      formatNumber(one.messageBytes / KILOBYTE),
      formatNumber(one.folderBytes / KILOBYTE),
      formatNumber(one.newestBytes / KILOBYTE),
    ]),
  ]);
}
