import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreError } from "../../errors.ts";
import type { MemoryStore } from "../../ports/memory-store.ts";
import { SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { lanceDBStore } from "../lancedb-store.ts";
import { listManifests } from "./manifests.ts";
import type { Recovery } from "./recover-table.ts";
import { toTableNames } from "../table-names.ts";

const TABLE = toTableNames(SPACE).memories;
const EVERYONE = { type: "everyone" } as const;

let uri: string;
let table: string;
let recoveries: Recovery[];
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
  table = join(uri, `${TABLE}.lance`);
  recoveries = [];
});
afterEach(async () => {
  await rm(uri, { recursive: true });
});

async function open(): Promise<MemoryStore> {
  return lanceDBStore({ uri, onRecovered: (recovery) => recoveries.push(recovery) })(SPACE);
}

/** Leaves a store with memories of these lineages, each of a commit of its own. */
async function write(...lineages: readonly string[]): Promise<void> {
  const store = await open();
  for (const lineage of lineages) {
    await store.memories.append([versionRow({ userId: "alice" }, { lineage })]);
  }
  await store.close();
}

async function read(): Promise<string[]> {
  const store = await open();
  const rows = await store.memories.find(EVERYONE, { orderBy: { column: "key" } });
  await store.close();
  return rows.map(({ lineage }) => lineage);
}

/** The newest manifests, the last one first. */
async function manifests(): Promise<string[]> {
  return (await listManifests(table)).map(({ path }) => path);
}

async function damage(path: string | undefined, how: (bytes: Buffer) => Uint8Array) {
  if (path === undefined) throw new RangeError("There is no such file.");
  await writeFile(path, how(await readFile(path)));
}

const empty = () => Buffer.alloc(0);
const zeros = (bytes: Buffer) => Buffer.alloc(bytes.length);
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

const WAYS: [name: string, how: (bytes: Buffer) => Uint8Array][] = [
  ["empty", empty],
  ["cut to a few bytes", (bytes) => bytes.subarray(0, 10)],
  ["cut in half", half],
  ["cut by its last byte", (bytes) => bytes.subarray(0, -1)],
  ["full of zeros", zeros],
  ["full of something else", (bytes) => Buffer.alloc(bytes.length, "Z")],
  ["longer than it was", (bytes) => Buffer.concat([bytes, Buffer.alloc(4096)])],
  // The frame is whole, the message is not.
  ["flipped inside", (bytes) => bytes.map((byte, at) => (at > 200 && at < 400 ? ~byte : byte))],
];

describe("a table whose newest manifest is damaged", () => {
  it.each(WAYS)("opens at the version before, when it is %s", async (_, how) => {
    await write("a", "b", "c");
    const [head, before] = await manifests();
    await damage(head, how);
    expect(await read()).toEqual(["a", "b"]);
    expect(recoveries).toEqual([
      {
        table: TABLE,
        version: (await listManifests(table))[0]?.version,
        writtenAt: expect.any(Date),
        quarantined: [expect.stringContaining(join(table, "_quarantine"))],
      },
    ]);
    expect((await manifests())[0]).toBe(before);

    await write("d");
    expect(await read()).toEqual(["a", "b", "d"]);
    expect(recoveries).toHaveLength(1);
  });

  it("goes back as far as it must", async () => {
    await write("a", "b", "c");
    const [head, next] = await manifests();
    await damage(head, empty);
    await damage(next, zeros);
    expect(await read()).toEqual(["a"]);
    expect(recoveries[0]?.quarantined).toHaveLength(2);
  });

  it("keeps what there is when no version can be read, and says what to do", async () => {
    await write("a");
    for (const path of await manifests()) await damage(path, empty);
    const before = await readdir(table, { recursive: true });
    const failure = await open().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreError);
    const [head = ""] = await manifests();
    for (const part of [TABLE, head, "Restore", "backup"]) {
      expect((failure as Error).message).toContain(part);
    }
    expect(await readdir(table, { recursive: true })).toEqual(before);
    expect(recoveries).toEqual([]);
  });

  it("is recovered once when many open it at once, and loses nothing that they write", async () => {
    await write("a", "b");
    await damage((await manifests())[0], half);
    const stores = await Promise.all([open(), open(), open(), open()]);
    expect(recoveries).toHaveLength(1);
    const rows = stores.map((_, index) => versionRow({ userId: "bob" }, { lineage: `w${index}` }));
    await Promise.all(
      stores.map(({ memories }, index) => memories.append(rows.slice(index, index + 1))),
    );
    await Promise.all(stores.map((store) => store.close()));
    expect(await read()).toEqual(["a", "w0", "w1", "w2", "w3"]);
  });
});

describe("a table whose newest rows are damaged", () => {
  it.each(WAYS.slice(0, 6))("opens at the version before, when they are %s", async (_, how) => {
    await write("a", "b");
    const before = await readdir(join(table, "data"));
    await write("c");
    const [added = ""] = (await readdir(join(table, "data"))).filter(
      (name) => !before.includes(name),
    );
    await damage(join(table, "data", added), how);
    expect(await read()).toEqual(["a", "b"]);
    expect(recoveries).toHaveLength(1);
  });
});

describe("a table with a damaged file of long ago", () => {
  it("opens as it is, names the file to those who need it, and takes new rows", async () => {
    await write("a");
    const [old = ""] = await readdir(join(table, "data"));
    await write("b", "c");
    await damage(join(table, "data", old), half);
    const store = await open();
    const failure = await store.memories.find(EVERYONE).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect((failure as Error).message).toContain(join(table, "data", old));
    expect((failure as Error).message).toContain("Restore the folder from a backup");
    await store.memories.append([versionRow({ userId: "alice" })]);
    await expect(store.maintain()).rejects.toThrow(old);
    await store.close();
    expect(recoveries).toEqual([]);
  });
});

describe("a table folder that is not what it should be", () => {
  it("is completed when its creator died at it", async () => {
    await mkdir(join(table, "_transactions"), { recursive: true });
    await writeFile(join(table, "_transactions", "0-a.txn"), "");
    await write("a");
    expect(await read()).toEqual(["a"]);
  });

  it("is not begun anew when its versions are gone but not its rows", async () => {
    await write("a");
    await rename(join(table, "_versions"), join(uri, "elsewhere"));
    const failure = await open().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect((failure as Error).message).toContain(join(table, "_versions"));
    await rename(join(uri, "elsewhere"), join(table, "_versions"));
    expect(await read()).toEqual(["a"]);
  });

  it("may hold files of others", async () => {
    await write("a");
    for (const folder of ["", "_versions", "data", "_transactions"]) {
      await writeFile(join(table, folder, "notes.txt"), "not ours");
      await writeFile(join(table, folder, "99999999999999999999.manifest.bak"), "not ours");
    }
    await write("b");
    const store = await open();
    await store.maintain();
    await store.close();
    expect(await read()).toEqual(["a", "b"]);
    expect(await readFile(join(table, "data", "notes.txt"), "utf8")).toBe("not ours");
    expect(recoveries).toEqual([]);
  });
});
