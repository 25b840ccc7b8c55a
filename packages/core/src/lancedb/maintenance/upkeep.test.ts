import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { commitWrites } from "../writes/commit-writes.ts";
import { createUpkeep, type LocalPlace } from "./upkeep.ts";
import { createWriteQueue } from "../writes/write-queue.ts";
import { loadEngine } from "../load-engine.ts";
import { newScope, SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { prepareRows } from "../rows/prepare-rows.ts";
import type { TableHandle } from "../table-handle.ts";
import { toHandle } from "../open-table.ts";

let uri: string;
let handle: TableHandle;
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
  const engine = await loadEngine();
  const connection = await engine.lancedb.connect(uri, { readConsistencyInterval: 0 });
  handle = await toHandle(engine, connection, SPACE, "memories", { opened: undefined });
});
afterEach(async () => {
  handle.table.close();
  await rm(uri, { recursive: true });
});

const LOCAL: LocalPlace = {
  tableFolder: "",
  attendance: {
    cameAfterACrash: false,
    whileAlone: async () => false,
    leave: async () => {},
  } as unknown as LocalPlace["attendance"],
};

it.each([
  ["on a disk keeps the version that it began with, until the next run", LOCAL, 1],
  ["in a bucket keeps none, where a commit is durable at once", undefined, 0],
])("upkeep %s", async (_name, local, kept) => {
  const upkeep = createUpkeep(handle, {
    queue: createWriteQueue(async () => new Set()),
    sync: async () => {},
    local,
  });
  for (let run = 0; run < 3; run++) {
    for (let commit = 0; commit < 4; commit++) await append();
    const begunWith = await handle.table.version();
    const rows = await handle.table.countRows();
    await upkeep.keepUp({ olderThan: new Date(Date.now() + 60_000), thorough: false });
    const versions = (await handle.table.listVersions()).map(({ version }) => version);
    expect(versions.filter((version) => version < begunWith)).toEqual([]);
    expect(versions.filter((version) => version === begunWith)).toHaveLength(kept);
    expect((await handle.table.stats()).fragmentStats.numFragments).toBeLessThan(4);
    expect(await handle.table.countRows()).toBe(rows);
  }
});

async function append(): Promise<void> {
  const rows = prepareRows([versionRow(newScope())], handle.shape);
  await commitWrites(handle, [{ type: "append", rows }]);
}
