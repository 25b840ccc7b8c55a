import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { LanceDBSaver, type LanceDBSaverOptions } from "../lancedb-saver.ts";

/** An empty folder that is removed when the test is over. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-saver-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A saver that ends with the test; in a folder of its own unless a uri is given. */
export async function openSaver(options: LanceDBSaverOptions = {}): Promise<LanceDBSaver> {
  const saver = new LanceDBSaver({ uri: await newFolder(), ...options });
  // Before its folder goes: what is registered last is done first.
  onTestFinished(() => saver.end());
  return saver;
}
