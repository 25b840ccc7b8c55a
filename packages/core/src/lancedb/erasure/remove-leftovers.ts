import { Buffer } from "node:buffer";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ifPresent } from "../turns/if-present.ts";

/** How long a file may be there before the commit that it belongs to. The slowest took 4 s (0.39.0). */
const UNDER_WAY_MS = 10_000;

/**
 * Removes from a table's folder what no version of it knows: files of processes that were killed,
 * of commits that failed, of manifests that were put aside. LanceDB (0.39.0) keeps them for a week.
 *
 * A young one may belong to a commit of another process that is under way: it is waited for until
 * it is known, gone, or too old for that. What comes later is not waited for.
 */
export async function removeLeftovers(
  tableFolder: string,
  { underWayMs = UNDER_WAY_MS }: { underWayMs?: number } = {},
): Promise<void> {
  let suspects = await findUnknown(tableFolder);
  while (suspects.length > 0) {
    const ages = await Promise.all(suspects.map(ageOf));
    const old = suspects.filter((_, index) => (ages[index] ?? 0) >= underWayMs);
    for (const path of old) await rm(path, { recursive: true, force: true });
    const youngest = Math.min(...ages.filter((age) => age < underWayMs));
    if (youngest === Number.POSITIVE_INFINITY) return;
    await setTimeout(Math.min(underWayMs - youngest, 250));
    const unknown = new Set(await findUnknown(tableFolder));
    suspects = suspects.filter((path) => unknown.has(path));
  }
}

/** Files that hold rows or what indexes made of them. Those of deletions hold positions only. */
const NAMED_IN_MANIFESTS = ["data", "_transactions"];
const KNOWN_FOLDERS = new Set([...NAMED_IN_MANIFESTS, "_indices", "_versions", "_deletions"]);

async function findUnknown(tableFolder: string): Promise<string[]> {
  const names = await listNames(tableFolder);
  const versions = await listNames(join(tableFolder, "_versions"));
  // Listed before the manifests are read, so that what is listed and known is in one of them.
  const files = await Promise.all(
    NAMED_IN_MANIFESTS.map(async (folder) => listPaths(tableFolder, folder)),
  );
  const indexes = await listPaths(tableFolder, "_indices");
  const manifests = await readManifests(tableFolder);
  const isNamed = (name: string | Buffer) => manifests.some((manifest) => manifest.includes(name));
  return [
    ...names.filter((name) => !KNOWN_FOLDERS.has(name)).map((name) => join(tableFolder, name)),
    ...files.flat().filter((path) => !isNamed(nameOf(path))),
    ...indexes.filter((path) => !isNamed(toBytes(nameOf(path)))),
    ...versions
      .filter((name) => !name.endsWith(".manifest") && !name.endsWith(".json"))
      .map((name) => join(tableFolder, "_versions", name)),
  ];
}

/** The manifests as bytes: files stand in them by name, indexes by the bytes of their UUID. */
async function readManifests(tableFolder: string): Promise<Buffer[]> {
  const paths = await listPaths(tableFolder, "_versions");
  const manifests = await Promise.all(
    paths
      .filter((path) => path.endsWith(".manifest"))
      .map(async (path) => ifPresent(readFile(path))),
  );
  return manifests.filter((manifest) => manifest !== undefined);
}

async function listPaths(tableFolder: string, folder: string): Promise<string[]> {
  const names = await listNames(join(tableFolder, folder));
  return names.map((name) => join(tableFolder, folder, name));
}

async function listNames(folder: string): Promise<string[]> {
  return (await ifPresent(readdir(folder))) ?? [];
}

async function ageOf(path: string): Promise<number> {
  const stats = await ifPresent(stat(path));
  // What is gone is as good as old.
  return stats === undefined ? Number.POSITIVE_INFINITY : Date.now() - stats.mtimeMs;
}

function nameOf(path: string): string {
  return path.slice(path.search(/[^/\\]*$/));
}

function toBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}
