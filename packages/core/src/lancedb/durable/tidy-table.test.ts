import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { durableTable } from "./durable-table.ts";
import { note, type Note, NOTES } from "./__fixtures__/notes.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-durable-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Opens the table, adds so many rows one after another, and lets go of it. */
async function visit(rows: number, maintenance?: "auto" | "manual"): Promise<void> {
  const table = durableTable<Note>({ uri: folder, maintenance }, NOTES);
  await table.count();
  for (let at = 0; at < rows; at++) await table.append([note(`${rows}-${at}`)]);
  await table.close();
}

/** What the table is made of; asking changes nothing. */
async function look() {
  const table = durableTable<Note>({ uri: folder, maintenance: "manual" }, NOTES);
  const { fragments, versions, rows } = await table.describe();
  await table.close();
  return { fragments, versions, rows };
}

describe("a small table of an adapter's own that is let go of", () => {
  it("is put in order by who added to it, and keeps nothing of its past", async () => {
    await visit(12);
    expect(await look()).toEqual({ fragments: 1, versions: 1, rows: 12 });
  });

  it("stays as it is when hardly anything was added, or that is up to maintain()", async () => {
    await visit(20, "manual");
    await visit(3, "manual");
    const before = await look();
    expect(before).toMatchObject({ fragments: 23, rows: 23 });
    await visit(0, "manual");
    expect(await look()).toEqual(before);
  });
});
