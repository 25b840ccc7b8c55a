import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ifPresent } from "../turns/if-present.ts";

/** Where LanceDB (0.39.0) writes a file under another name first: `.tmp…`, `….manifest#1`. */
const FOLDERS = ["data", "_versions", "_deletions", "_transactions", "_indices"];
const UNFINISHED = /^\.tmp|#\d+$/;

/**
 * Removes the files of a table that somebody was killed at writing, which LanceDB never does. Only
 * while nobody writes: a file that is being written looks the same.
 */
export async function clearLeftovers(tableFolder: string): Promise<void> {
  for (const folder of FOLDERS.map((name) => join(tableFolder, name))) {
    const names = (await ifPresent(readdir(folder))) ?? [];
    for (const name of names) {
      if (UNFINISHED.test(name)) await rm(join(folder, name), { force: true });
    }
  }
}
