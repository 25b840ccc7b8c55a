import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ClosedError, InvalidInputError, StoreError } from "../../errors.ts";
import type { DurableTable } from "../../ports/durable-table.ts";
import { note, type Note, openNotes } from "./__fixtures__/notes.ts";

const folders: string[] = [];
const tables: DurableTable<Note>[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-durable-"));
  folders.push(folder);
  return folder;
}

function open(uri: string, dimensions?: number): DurableTable<Note> {
  const table = openNotes(uri, dimensions === undefined ? {} : { dimensions });
  tables.push(table);
  return table;
}

const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key).toSorted();

afterEach(async () => {
  for (const table of tables.splice(0)) await table.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe("a table of an adapter's own", () => {
  it("gives back what was appended, every value as it was, to the next process too", async () => {
    const uri = await newFolder();
    const one = open(uri);
    const rows = [
      note("a", { text: "\uFEFFé\u0000'", payload: new Uint8Array([0, 255, 7]), tags: ["x", ""] }),
      note("b", { payload: new Uint8Array(), stars: -3 }),
    ];
    await one.append(rows);
    const found = await one.find({ orderBy: [{ column: "key" }] });
    expect(found).toEqual(rows);
    await one.close();
    expect(await open(uri).find({ orderBy: [{ column: "key" }] })).toEqual(rows);
  });

  it("keeps rows of one key side by side when they are appended, and one when they are put in its place", async () => {
    const table = open(await newFolder());
    await table.append([note("a", { stars: 1 })]);
    await table.append([note("a", { stars: 2 })]);
    expect(await table.count({ column: "key", equals: "a" })).toBe(2);

    const other = open(await newFolder());
    await other.upsert([note("a", { stars: 1 }), note("b")]);
    await other.upsert([note("a", { stars: 2 }), note("c")]);
    expect(await other.find({ columns: ["key", "stars"], orderBy: [{ column: "key" }] })).toEqual([
      { key: "a", stars: 2 },
      { key: "b" },
      { key: "c" },
    ]);
  });

  it("does what was asked at the same time in its order", async () => {
    const table = open(await newFolder());
    await Promise.all([
      ...Array.from({ length: 50 }, async (_, stars) => table.upsert([note("a", { stars })])),
      table.upsert([note("a", { stars: 99 })]),
    ]);
    expect(await table.find({ columns: ["stars"] })).toEqual([{ key: "a", stars: 99 }]);
  });

  it("finds by condition, order, limit and offset, and reads no more columns than it is told", async () => {
    const table = open(await newFolder());
    const keys = ["a", "b", "c", "d"];
    await table.append(keys.map((key, index) => note(key, { stars: index % 2, tags: [key] })));
    const query = {
      orderBy: [{ column: "stars", descending: true }, { column: "key" }],
      columns: ["key"],
    } as const;
    expect(await table.find(query)).toEqual([
      { key: "b" },
      { key: "d" },
      { key: "a" },
      { key: "c" },
    ]);
    expect(await table.find({ ...query, offset: 1, limit: 2 })).toEqual([
      { key: "d" },
      { key: "a" },
    ]);
    expect(await table.find({ limit: 0 })).toEqual([]);
    expect(keysOf(await table.find({ where: { column: "tags", contains: "c" } }))).toEqual(["c"]);
  });

  it("finds what begins with a text, whatever characters it has", async () => {
    const table = open(await newFolder());
    const keys = ["a/", "a/b/", "a0", "ab/", "a/\u{10FFFF}", "a/\uD7FF", "a/\uE000", "%", "'/"];
    await table.append(keys.map((key) => note(key, { path: key })));
    for (const prefix of ["a/", "a", "", "%", "'", "a/\u{10FFFF}", "a/\uD7FF", "_", "\u{10FFFF}"]) {
      const found = await table.find({ where: { column: "path", startsWith: prefix } });
      expect(keysOf(found)).toEqual(keys.filter((key) => key.startsWith(prefix)).toSorted());
    }
  });

  it("updates and removes what meets a condition", async () => {
    const table = open(await newFolder());
    await table.append([note("a", { stars: 1 }), note("b", { stars: 2 }), note("c")]);
    await table.update(
      { column: "stars", isAtMost: 2 },
      { text: "it's", at: new Date(5), stars: undefined },
    );
    await table.remove({ column: "key", equals: "b" });
    expect(await table.find({ orderBy: [{ column: "key" }] })).toEqual([
      note("a", { text: "it's", at: new Date(5) }),
      note("c"),
    ]);
  });

  it("finds the nearest, without the rows that have no vector", async () => {
    const table = open(await newFolder(), 2);
    await table.append([
      note("a", { vector: [1, 0] }),
      note("b", { vector: [1, 1] }),
      note("c", { vector: [-1, 0] }),
      note("d"),
    ]);
    const found = await table.findNearest([2, 0], { limit: 5, columns: ["key", "text"] });
    expect(found.map(({ row, cosine }) => [row, Math.round(cosine * 1000) / 1000])).toEqual([
      [{ key: "a" }, 1],
      [{ key: "b" }, Math.round(Math.SQRT1_2 * 1000) / 1000],
      [{ key: "c" }, -1],
    ]);
    const where = { column: "key", isOneOf: ["c", "d"] } as const;
    expect(await table.findNearest([2, 0], { limit: 5, where })).toHaveLength(1);
    const [{ vector } = {}] = await table.find({ where, columns: ["vector"], limit: 1 });
    expect(vector).toEqual(new Float32Array([-1, 0]));
  });

  it("takes vectors later than its first rows, and none of another length", async () => {
    const uri = await newFolder();
    const plain = open(uri);
    await plain.append([note("a")]);
    await plain.close();
    const [one, other] = [open(uri, 2), open(uri, 2)];
    await Promise.all([
      one.upsert([note("b", { vector: [1, 0] })]),
      other.upsert([note("c", { vector: [0, 1] })]),
    ]);
    expect(await one.findNearest([1, 0], { limit: 2, columns: ["key"] })).toEqual([
      { row: { key: "b" }, cosine: 1 },
      { row: { key: "c" }, cosine: 0 },
    ]);
    await open(uri).upsert([note("d")]);
    expect(await one.count()).toBe(4);
    await expect(open(uri, 3).count()).rejects.toThrow(
      'The table "notes" holds vectors of 2 dimensions, and was opened for 3.',
    );
  });

  it("refuses rows that are not what it holds, and a table that is not its own", async () => {
    const uri = await newFolder();
    const table = open(uri);
    const bad = [{ ...note("a"), at: "now" }, { key: "a" }, { ...note("a"), payload: "text" }];
    for (const row of bad) {
      await expect(table.append([row as unknown as Note])).rejects.toThrow(StoreError);
    }
    await expect(table.append([note("a"), note("a")])).rejects.toThrow(StoreError);
    await table.append([]);
    expect(await table.count()).toBe(0);
    expect(() => open("~/notes")).toThrow(InvalidInputError);
  });

  it("is opened by racing first calls once, and by none after it was closed", async () => {
    const uri = await newFolder();
    const [one, other] = [open(uri), open(uri)];
    await Promise.all([one, other].map((table, index) => table.append([note(String(index))])));
    expect(await one.count()).toBe(2);
    await Promise.all([one.close(), other.close()]);
    await expect(one.count()).rejects.toThrow(ClosedError);
    expect(await readdir(uri)).toEqual(["notes.lance"]);
    const unused = open(join(uri, "unused"));
    await unused.close();
    await expect(unused.append([note("a")])).rejects.toThrow('The table "notes" was closed.');
  });

  it("stays small over hundreds of commits, and what was removed leaves the disk", async () => {
    const table = open(await newFolder());
    const text = "unmistakable".repeat(50);
    for (let round = 0; round < 100; round++) {
      await Promise.all([table.append([note(`a${round}`, { text })]), table.count()]);
    }
    await table.remove({ column: "text", equals: text });
    await table.append([note("kept")]);
    const { after } = await table.maintain();
    expect(after.fragments).toBe(1);
    expect(await table.describe()).toMatchObject({ rows: 1, fragments: 1 });
    expect(after.versions).toBeLessThan(4);
  });
});
