import { measureDisk } from "./disk/measure-disk.ts";
import { renderDisk } from "./disk/render-disk.ts";
import type { LanggraphFigures } from "./langgraph-figures.ts";
import type { LanggraphOptions, Part } from "./parse-langgraph-options.ts";
import { measureSavers } from "./savers/measure-savers.ts";
import { renderSavers } from "./savers/render-savers.ts";
import { measureSteadyInNewProcess } from "./steady/measure-steady-in-new-process.ts";
import { renderSteady } from "./steady/render-steady.ts";
import { createItemTexts } from "./stores/item-texts.ts";
import { measureStores } from "./stores/measure-stores.ts";
import { renderStores } from "./stores/render-stores.ts";

/** How much is measured, in a folder of its own. */
interface Task extends LanggraphOptions {
  folder: string;
  signal: AbortSignal;
}

/** The figures of a part, and the table that shows them. */
interface MeasuredPart {
  measured: LanggraphFigures;
  table: string;
}

/** Of the vectors in the stores. */
export const DIMENSIONS = 384;

/** How each part is measured. */
export const measurePart: Readonly<Record<Part, (task: Task) => Promise<MeasuredPart>>> = {
  async savers({ checkpoints: lengths, rounds, folder, signal }) {
    const savers = await measureSavers({ lengths, rounds, folder, signal });
    return { measured: { savers }, table: renderSavers(savers) };
  },

  async steady({ commits, rounds, folder, signal }) {
    const steady = await measureSteadyInNewProcess({ folder, commits, rounds }, signal);
    return { measured: { steady }, table: renderSteady(steady) };
  },

  async disk({ turns, folder, signal }) {
    const disk = await measureDisk({ turns, folder, signal });
    return { measured: { disk }, table: renderDisk(turns, disk) };
  },

  async stores({ items, rounds, folder, signal }) {
    const texts = createItemTexts(DIMENSIONS);
    const stores = await measureStores(texts, { items, rounds, uri: folder, signal });
    return { measured: { stores }, table: renderStores(stores) };
  },
};
