import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The bytes of all files in a folder and below it, without those that are removed meanwhile. */
export async function folderSize(folder: string): Promise<number> {
  const entries = (await ifPresent(readdir(folder, { withFileTypes: true }))) ?? [];
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return folderSize(path);
      return entry.isFile() ? ((await ifPresent(stat(path)))?.size ?? 0) : 0;
    }),
  );
  return sizes.reduce((total, size) => total + size, 0);
}

async function ifPresent<RESULT>(work: Promise<RESULT>): Promise<RESULT | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
