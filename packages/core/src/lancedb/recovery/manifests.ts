import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { ifPresent } from "../turns/if-present.ts";

/** A version of a table on disk. */
export interface Manifest {
  readonly version: number;
  readonly path: string;
}

/** The versions that a table has on disk, the newest first. */
export async function listManifests(tableFolder: string): Promise<Manifest[]> {
  const folder = join(tableFolder, "_versions");
  const names = (await ifPresent(readdir(folder))) ?? [];
  return names
    .flatMap((name) => {
      const [, digits] = /^(\d{20})\.manifest$/.exec(name) ?? [];
      if (digits === undefined) return [];
      // Named backwards, so that the newest comes first in a listing (Lance 12.0.0).
      return [{ version: Number(2n ** 64n - 1n - BigInt(digits)), path: join(folder, name) }];
    })
    .toSorted((a, b) => b.version - a.version);
}

/** What a manifest ends with: where its message begins (8 bytes), two versions (4), the magic. */
const FOOTER_BYTES = 16;
const MAGIC = "LANC";

/**
 * Whether a manifest is whole, by its frame: a message of the length that it says, up to a footer.
 *
 * LanceDB (0.39.0) itself takes one of zeros, as power cuts leave them, for a version 0 without
 * rows, and would go on from there.
 */
export async function isWholeManifest(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const footer = await readAt(size - FOOTER_BYTES, FOOTER_BYTES);
    if (footer?.toString("latin1", FOOTER_BYTES - MAGIC.length) !== MAGIC) return false;
    const start = Number(footer.readBigUInt64LE(0));
    const length = (await readAt(start, 4))?.readUInt32LE(0);
    return length !== undefined && start + 4 + length + FOOTER_BYTES === size;

    async function readAt(position: number, bytes: number): Promise<Buffer | undefined> {
      if (position < 0 || position + bytes > size) return undefined;
      const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, position);
      return buffer;
    }
  } finally {
    await file.close();
  }
}
