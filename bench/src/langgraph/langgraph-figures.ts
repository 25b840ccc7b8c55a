import type { DiskFigures } from "./disk/measure-disk.ts";
import type { ThreadFigures } from "./savers/measure-savers.ts";
import type { Steadiness } from "./steady/measure-steady-in-new-process.ts";
import type { StoreFigures } from "./stores/measure-stores.ts";

/** All that was measured, part by part. */
export interface LanggraphFigures {
  savers?: readonly ThreadFigures[];
  steady?: Steadiness;
  disk?: readonly DiskFigures[];
  stores?: StoreFigures;
}
