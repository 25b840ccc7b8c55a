import { existsSync } from "node:fs";
import { createMemory, lanceDBStore, type Memory } from "@palimpsest/core";
import { refuseWrites } from "./refuse-writes.ts";

/** A memory that looks and does not touch: no exchange is taken up, no table compacted. */
export async function openForReading(
  uri: string,
  { mayErase }: { mayErase: boolean },
): Promise<Memory> {
  const isFolder = !/^[a-z][a-z0-9+.-]*:\/\//i.test(uri);
  if (isFolder && !existsSync(uri)) throw new Error(`There is no memory at "${uri}".`);
  const openStore = lanceDBStore({ uri, maintenance: "manual" });
  const memory = createMemory({
    uri,
    store: async (space, options) => refuseWrites(await openStore(space, options), { mayErase }),
  });
  await memory.info();
  return memory;
}
