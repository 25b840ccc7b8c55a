import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ifPresent } from "../turns/if-present.ts";

/** The bytes of all files in a folder and below it; those that vanish meanwhile do not count. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = (await ifPresent(readdir(folder, { withFileTypes: true }))) ?? [];
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return folderBytes(path);
      return (await ifPresent(stat(path)))?.size ?? 0;
    }),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
