import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { LanceDBStore } from "../lancedb-store.ts";
import type { LanceDBStoreOptions } from "../options.ts";

/** An empty folder that is removed when the test is over. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-lg-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in a folder of its own, or in one that is given, which is stopped when the test is over. */
export async function openStore(options: LanceDBStoreOptions = {}): Promise<LanceDBStore> {
  const uri = options.uri ?? (await newFolder());
  const store = new LanceDBStore({ durability: "os", ...options, uri });
  onTestFinished(() => store.stop());
  return store;
}
