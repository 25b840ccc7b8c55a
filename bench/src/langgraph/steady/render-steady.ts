import { formatNumber } from "../../report/format-number.ts";
import { renderTable } from "../../report/table.ts";
import { formatTiming } from "../format-timing.ts";
import type { Steadiness } from "./measure-steady-in-new-process.ts";

const MEGABYTE = 1_000_000;

/** What our saver takes at a young place and at an old one. */
export function renderSteady({ young, old }: Steadiness): string {
  const sites = [young, old];
  return renderTable([
    ["commits before", ...sites.map(({ commits }) => formatNumber(commits))],
    ["put + putWrites, ms", ...sites.map(({ step }) => formatTiming(step))],
    ["getTuple, newest, ms", ...sites.map(({ latest }) => formatTiming(latest))],
    ["getTuple, by id, ms", ...sites.map(({ byId }) => formatTiming(byId))],
    ["resident, MB", ...sites.map((site) => formatNumber(site.residentBytes / MEGABYTE))],
    ["on disk, MB", ...sites.map((site) => formatNumber(site.folderBytes / MEGABYTE, 1))],
    ["fragments", ...sites.map(({ fragments }) => formatNumber(fragments))],
  ]);
}
