import { mkdir, readdir, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { StoreError } from "../../errors.ts";
import { findDamagedNewFile } from "./find-damaged-file.ts";
import { isWholeManifest, listManifests, type Manifest } from "./manifests.ts";
import { ifPresent } from "../turns/if-present.ts";
import { isDamage } from "../store-errors.ts";
import { syncFolder } from "../writes/sync-files.ts";
import type { Turns } from "../turns/take-turns.ts";

/** What was done about a table whose newest versions could not be read. */
export interface Recovery {
  readonly table: string;
  /** The version that it was opened at. */
  readonly version: number;
  /** When that was committed: what was written later, and is not in it, is lost. */
  readonly writtenAt: Date;
  /** The unreadable manifests, where they are now. */
  readonly quarantined: readonly string[];
}

/** Below the table's folder. */
const QUARANTINE = "_quarantine";

/**
 * Opens a table of a local folder; where its newest manifest is damaged, at the version before it.
 *
 * A power cut can leave a manifest, or the rows that came with it, empty, cut off or full of zeros,
 * because LanceDB (0.39.0) commits without fsync; with `durability: "fsync"` no acknowledged write is
 * among them. The damaged manifests are moved aside, never the last one that there is, and nothing
 * else is touched. Any other failure passes through.
 *
 * `undefined` for a table that was never completely created: whoever did it died at it, or has not
 * come to its end yet.
 *
 * @throws {StoreError} when no version can be read, with the file.
 */
export async function openRecovered<TABLE>(
  tableFolder: string,
  {
    open,
    turns,
    onRecovered,
  }: {
    open: () => Promise<TABLE>;
    turns: Turns;
    onRecovered: (recovery: Recovery) => void;
  },
): Promise<TABLE | undefined> {
  if (await isUnfinished(tableFolder)) return undefined;
  const quarantined: string[] = [];
  for (;;) {
    const answer = await tryOpen(tableFolder, open);
    if ("table" in answer) {
      if (quarantined.length > 0) onRecovered(await describe(tableFolder, quarantined));
      return answer.table;
    }
    // In turns, and looked at again: another process may have done it meanwhile, and the number of
    // the damaged version may stand for a new one by now.
    const path = await turns.run("open the store", async () => {
      const again = await tryOpen(tableFolder, open);
      return "table" in again ? undefined : quarantine(tableFolder, again.error);
    });
    if (path !== undefined) quarantined.push(path);
  }
}

/** Whether there are neither versions nor rows. */
async function isUnfinished(tableFolder: string): Promise<boolean> {
  if ((await listManifests(tableFolder)).length > 0) return false;
  const rows = await ifPresent(readdir(join(tableFolder, "data")));
  if (rows === undefined || rows.length === 0) return true;
  throw new StoreError(
    `The table "${basename(tableFolder, ".lance")}" cannot be read: there is no manifest in "${join(tableFolder, "_versions")}". Restore "${tableFolder}" from a backup, or choose another uri.`,
    { operation: "open the store" },
  );
}

/** The table, or in what way it is damaged. Other failures are thrown. */
async function tryOpen<TABLE>(
  tableFolder: string,
  open: () => Promise<TABLE>,
): Promise<{ table: TABLE } | { error: unknown }> {
  const [head] = await listManifests(tableFolder);
  if (head && !(await isWholeManifest(head.path))) {
    return { error: new Error(`${head.path} is not a whole manifest.`) };
  }
  // A version without its rows: those that it was the first to have are lost, the others are not.
  const damaged = head && (await findDamagedNewFile(tableFolder));
  if (damaged) return { error: new Error(`${damaged} is missing or not whole.`) };
  try {
    return { table: await open() };
  } catch (error) {
    if (head && isDamage(error)) return { error };
    throw error;
  }
}

/** Moves the newest manifest aside, if one is left to go back to. */
async function quarantine(tableFolder: string, cause: unknown): Promise<string> {
  const [head, ...earlier] = await listManifests(tableFolder);
  if (head === undefined || !(await hasWhole(earlier))) {
    const name = basename(tableFolder, ".lance");
    throw new StoreError(
      `The table "${name}" cannot be read: the newest version that it has, "${head?.path}", is damaged, and there is no earlier version to go back to. Restore "${tableFolder}" from a backup, or choose another uri.`,
      { operation: "open the store", cause },
    );
  }
  const folder = join(tableFolder, QUARANTINE);
  const path = join(folder, basename(head.path));
  await mkdir(folder, { recursive: true });
  await rename(head.path, path);
  await syncFolder(folder);
  await syncFolder(dirname(head.path));
  return path;
}

async function hasWhole(manifests: readonly Manifest[]): Promise<boolean> {
  for (const { path } of manifests) if (await isWholeManifest(path)) return true;
  return false;
}

async function describe(tableFolder: string, quarantined: string[]): Promise<Recovery> {
  const [head] = await listManifests(tableFolder);
  const writtenAt = head ? (await stat(head.path)).mtime : new Date(0);
  return {
    table: basename(tableFolder, ".lance"),
    version: head?.version ?? 0,
    writtenAt,
    quarantined,
  };
}
