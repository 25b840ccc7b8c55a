import { join } from "node:path";
import { folderSize } from "../report/folder-size.ts";
import type { Corpus } from "../synthetic/corpus.ts";
import { fillStore, type Filling } from "./fill-store.ts";
import { type Measured, measureInNewProcess } from "./measure-in-new-process.ts";
import { planStore } from "./plan-store.ts";

/** All figures of one size. */
export interface SizeFigures {
  size: number;
  users: number;
  filling: Filling;
  /** On disk, before anything is added. */
  folderBytes: number;
  measured: Measured;
}

/** Fills a store with so many memories, below the folder, and measures it. */
export async function measureSize(
  corpus: Corpus,
  size: number,
  options: { users: number; searches: number; adds: number; folder: string; signal: AbortSignal },
): Promise<SizeFigures> {
  const { searches, adds, folder, signal } = options;
  const plan = planStore(size, options.users);
  const uri = join(folder, String(size));
  const filling = await fillStore(corpus, plan, { uri, signal });
  const folderBytes = await folderSize(uri);
  const { dimensions } = corpus.embedder;
  const measured = await measureInNewProcess({ uri, dimensions, plan, searches, adds }, signal);
  return { size, users: plan.users, filling, folderBytes, measured };
}
