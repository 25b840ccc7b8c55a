import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ifPresent } from "../turns/if-present.ts";
import { listManifests, type Manifest } from "./manifests.ts";

/** What a data file is called, wherever in a manifest it stands (Lance 12.0.0). */
const DATA_FILE = /[01]{24}[\da-f]{26}\.lance/g;
/** What a data file ends with. */
const MAGIC = "LANC";

/** A data file of the table's newest version that is missing or cut off; `undefined` when all are whole. */
export async function findDamagedFile(tableFolder: string): Promise<string | undefined> {
  const [head] = await listManifests(tableFolder);
  return head && firstDamaged(tableFolder, await namesIn(head));
}

/** The same among the files that the version before does not have, if there is one. */
export async function findDamagedNewFile(tableFolder: string): Promise<string | undefined> {
  const [head, previous] = await listManifests(tableFolder);
  if (head === undefined || previous === undefined) return undefined;
  const known = await namesIn(previous);
  const names = await namesIn(head);
  return firstDamaged(
    tableFolder,
    [...names].filter((name) => !known.has(name)),
  );
}

async function namesIn({ path }: Manifest): Promise<Set<string>> {
  const text = await ifPresent(readFile(path, "latin1"));
  return new Set(Array.from((text ?? "").matchAll(DATA_FILE), ([name]) => name));
}

async function firstDamaged(
  tableFolder: string,
  names: Iterable<string>,
): Promise<string | undefined> {
  for (const name of names) {
    const path = join(tableFolder, "data", name);
    if (!(await isWhole(path))) return path;
  }
  return undefined;
}

async function isWhole(path: string): Promise<boolean> {
  const file = await ifPresent(open(path, "r"));
  if (file === undefined) return false;
  try {
    const { size } = await file.stat();
    if (size < MAGIC.length) return false;
    const { buffer } = await file.read(
      Buffer.alloc(MAGIC.length),
      0,
      MAGIC.length,
      size - MAGIC.length,
    );
    return buffer.toString("latin1") === MAGIC;
  } finally {
    await file.close();
  }
}
