import type { Dirent } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ifPresent } from "../turns/if-present.ts";

/** Where commits and maintenance add files. Each is written once, under a name of its own. */
const FOLDERS = ["data", "_deletions", "_indices", "_transactions", "_versions"];

/**
 * Makes durable what was added to a table's folder since the last call, by whatever process.
 *
 * LanceDB (0.39.0) commits without one fsync: after a power cut the newest manifest can be empty,
 * and then the table does not open.
 */
export function createFileSync(tableFolder: string): () => Promise<void> {
  const folders = ["", ...FOLDERS].map((name) => join(tableFolder, name));
  const synced = new Map<string, ReadonlySet<string>>();

  return async () => {
    await Promise.all(
      folders.map(async (folder) => {
        const entries = await listFolder(folder);
        const added = entries.filter(({ name }) => !synced.get(folder)?.has(name));
        await syncEntries(folder, added);
        synced.set(folder, new Set(entries.map(({ name }) => name)));
      }),
    );
  };
}

async function syncEntries(folder: string, entries: readonly Dirent[]): Promise<void> {
  if (entries.length === 0) return;
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      await (entry.isDirectory() ? syncEntries(path, await listFolder(path)) : sync(path));
    }),
  );
  await syncFolder(folder);
}

/** Makes durable which names a folder holds. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and keeps their entries by its journal.
  if (process.platform !== "win32") await sync(folder);
}

/** Nothing for a folder that is not there: some come with their first file, some were cleaned up. */
async function listFolder(folder: string): Promise<Dirent[]> {
  return (await ifPresent(readdir(folder, { withFileTypes: true }))) ?? [];
}

async function sync(path: string): Promise<void> {
  // Windows flushes writable files only.
  const file = await ifPresent(open(path, process.platform === "win32" ? "r+" : "r"));
  if (file === undefined) return;
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
