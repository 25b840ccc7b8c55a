import { Buffer } from "node:buffer";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Which of the texts stand in a folder, in the bytes or the names of its files. */
export async function findBytes(folder: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    for (const text of texts) {
      const needles = [Buffer.from(text), Buffer.from(text, "utf16le")];
      if (path.includes(text) || needles.some((needle) => bytes.includes(needle))) {
        found.push(`${text} in ${path}`);
      }
    }
  }
  return found;
}
