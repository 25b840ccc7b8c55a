import { Buffer } from "node:buffer";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as lancedb from "@lancedb/lancedb";

/** Where one of the texts stands in a folder: the files that hold its bytes, in UTF-8 or UTF-16. */
export async function findBytes(folder: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    for (const text of texts) {
      const needles = [Buffer.from(text), Buffer.from(text, "utf16le"), toBigEndian(text)];
      if (needles.some((needle) => bytes.includes(needle))) found.push(`${text} in ${path}`);
      if (path.includes(text)) found.push(`${text} in the name ${path}`);
    }
  }
  return found;
}

/** The same by reading every row of the last versions of every table, whatever their encoding. */
export async function findInRows(
  folder: string,
  texts: readonly string[],
  { mostVersions = Infinity }: { mostVersions?: number } = {},
): Promise<string[]> {
  const connection = await lancedb.connect(folder);
  const found: string[] = [];
  for (const name of (await connection.listTables()).tables) {
    const table = await connection.openTable(name);
    for (const { version } of (await table.listVersions()).slice(-mostVersions)) {
      await table.checkout(version);
      const rows = JSON.stringify(await table.query().toArray());
      for (const text of texts) {
        if (rows.includes(text)) found.push(`${text} in version ${version} of ${name}`);
      }
    }
  }
  connection.close();
  return found;
}

function toBigEndian(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}
