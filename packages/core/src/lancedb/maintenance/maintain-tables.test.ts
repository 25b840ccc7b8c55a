import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MemoryStore } from "../../ports/memory-store.ts";
import { exactly, newScope, SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { attendFolder } from "../turns/attend-folder.ts";
import { createFolderLock } from "../turns/folder-lock.ts";
import { lanceDBStore } from "../lancedb-store.ts";
import { toTableNames } from "../table-names.ts";
import { THIS_PROCESS } from "../../this-process.ts";

let uri: string;
let failures: unknown[];
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
  failures = [];
});
afterEach(async () => {
  await rm(uri, { recursive: true });
  if (failures.length > 0) throw new AggregateError(failures, "A run by itself failed.");
});

async function open(): Promise<MemoryStore> {
  return lanceDBStore({ uri, onMaintenanceError: (error) => failures.push(error) })(SPACE);
}

async function append({ memories }: MemoryStore, commits: number): Promise<void> {
  for (let commit = 0; commit < commits; commit++) await memories.append([versionRow(newScope())]);
}

/** Files as killed processes and preempted runs left them, ten minutes ago. */
async function leaveFiles(): Promise<string[]> {
  const table = join(uri, `${toTableNames(SPACE).memories}.lance`);
  const paths = [
    "data/.tmpAbCdEf",
    "_versions/.tmpAbCdEf",
    "_versions/18446744073709551000.manifest#1",
    "data/010101010101010101010101aaaaaaaaaaaaaaaaaaaaaaaaaa.lance",
    "_indices/00000000-0000-4000-8000-000000000000/page_data.lance",
  ].map((name) => join(table, name));
  for (const path of paths) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, "left over");
    await utimes(path, Date.now() / 1_000 - 600, Date.now() / 1_000 - 600);
  }
  return paths;
}

function present(paths: readonly string[]): string[] {
  return paths.filter((path) => existsSync(path));
}

describe("maintain", () => {
  it("makes one fragment of many, and says what it did", async () => {
    const store = await open();
    await append(store, 20);
    const { tables } = await store.maintain();
    expect(tables.memories.before.fragments).toBe(20);
    expect(tables.memories.after).toMatchObject({ fragments: 1, unindexedRows: 0 });
    expect(tables.memories.before.unindexedRows).toBe(20);
    expect(tables.memories.after.lastMaintenance).toMatchObject({ startedAt: expect.any(Date) });
    expect(tables.decisions.after.fragments).toBe(0);
    const { tables: described } = await store.describe();
    expect(described.memories).toMatchObject({ fragments: 1 });
    expect(described.memories.lastMaintenance?.error).toBeUndefined();
    await store.close();
  });

  it("disturbs neither reads nor writes", async () => {
    const store = await open();
    const scope = newScope();
    const progress = { written: 0, runs: 0 };
    const write = async () => {
      for (; progress.runs < 3; progress.written++) {
        await store.memories.append([versionRow(scope)]);
      }
    };
    const read = async () => {
      while (progress.runs < 3) {
        const least = progress.written;
        expect(await store.memories.count(exactly(scope))).toBeGreaterThanOrEqual(least);
      }
    };
    const maintain = async () => {
      for (; progress.runs < 3; progress.runs++) await store.maintain();
    };
    await Promise.all([write(), read(), maintain()]);
    expect(progress.written).toBeGreaterThan(0);
    expect(await store.memories.count(exactly(scope))).toBe(progress.written);
    await store.close();
  });

  it("waits for another process, for whom a run by itself does not", async () => {
    const store = await open();
    const other = await attendFolder(uri);
    const hold = await createFolderLock(other).tryHold();
    await append(store, 40);
    await setTimeout(300);
    expect((await store.describe()).tables.memories).toMatchObject({ fragments: 40 });
    const maintaining = store.maintain();
    await setTimeout(100);
    await hold?.release();
    expect((await maintaining).tables.memories.after.fragments).toBe(1);
    await other.leave();
    await store.close();
  });

  it("removes what was left over, but not while others may be writing it", async () => {
    const store = await open();
    const other = await open();
    await append(store, 2);
    const paths = await leaveFiles();
    await store.maintain();
    expect(present(paths)).toEqual(paths);
    await other.close();
    await store.maintain();
    expect(present(paths)).toEqual([]);
    expect(await store.memories.count({ type: "everyone" })).toBe(2);
    await store.close();
  });

  it("removes it by itself after a crash, and what was written is there", async () => {
    const first = await open();
    await append(first, 2);
    await first.close();
    const paths = await leaveFiles();
    const meetingPlace = join(uri, "_maintenance");
    await mkdir(meetingPlace, { recursive: true });
    // No process has so high a number.
    const dead = JSON.stringify({ ...THIS_PROCESS, pid: 2 ** 30 });
    await writeFile(join(meetingPlace, "store-dead"), dead);

    const store = await open();
    await append(store, 40);
    await vi.waitUntil(() => present(paths).length === 0, { timeout: 10_000 });
    await store.close();
    const again = await open();
    expect(await again.memories.count({ type: "everyone" })).toBe(42);
    await again.close();
  });
});
