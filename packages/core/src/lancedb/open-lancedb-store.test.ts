import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InvalidInputError, StoreError } from "../errors.ts";
import { SPACE, newScope, versionRow } from "../testing/memory-store/rows.ts";
import { lanceDBStore } from "./lancedb-store.ts";
import { loadEngine } from "./load-engine.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function failureOf(uri: string): Promise<unknown> {
  return lanceDBStore({ uri })(SPACE).catch((error: unknown) => error);
}

describe("lanceDBStore", () => {
  it("refuses a uri that names no place before anything is loaded", () => {
    expect(() => lanceDBStore({ uri: "~/memory" })).toThrow(InvalidInputError);
  });

  it("makes its folder, whatever its name", async () => {
    for (const name of ["a/b/c", "with space", "ü#?&=", "per%20cent", "it's", "x:y"]) {
      const uri = join(folder, name);
      const store = await lanceDBStore({ uri })(SPACE);
      await store.memories.append([versionRow(newScope())]);
      expect(await store.describe()).toMatchObject({ uri, rows: { memories: 1 } });
      await store.close();
      expect(await readdir(uri)).toContain("episodes.lance");
    }
  });

  it("says so when there is a file in its place", async () => {
    await writeFile(join(folder, "file"), "");
    for (const uri of [join(folder, "file"), join(folder, "file", "below")]) {
      const failure = await failureOf(uri);
      expect(failure).toBeInstanceOf(StoreError);
      expect(failure).toMatchObject({ operation: "open the store", cause: expect.any(Error) });
      expect((failure as Error).message).toContain("there is a file where a folder is needed");
    }
  });

  it("names both embedding models when the folder has another's, and creates nothing", async () => {
    const store = await lanceDBStore({ uri: folder })(SPACE);
    await store.close();
    const before = await readdir(folder);
    const other = { embedder: "another-model", dimensions: 3 };
    const failure = await lanceDBStore({ uri: folder })(other).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect((failure as Error).message).toContain(`"${SPACE.embedder}" (8 dimensions)`);
    expect((failure as Error).message).toContain('"another-model" (3)');
    expect(await readdir(folder)).toEqual(before);
  });

  it("leaves alone what a newer version wrote, and what is not ours", async () => {
    const { lancedb, arrow } = await loadEngine();
    const connection = await lancedb.connect(folder);
    const field = new arrow.Field("x", new arrow.Int32(), true);
    const cases = [
      [{ "palimpsest.schema": "99" }, "Update @palimpsest/core"],
      [{}, "was not written by this package"],
    ] as const;
    for (const [metadata, message] of cases) {
      const schema = new arrow.Schema([field], new Map(Object.entries(metadata)));
      await connection.createEmptyTable("sessions", schema, { mode: "overwrite" });
      const before = await readdir(folder, { recursive: true });
      const failure = await failureOf(folder);
      expect(failure).toBeInstanceOf(StoreError);
      expect((failure as Error).message).toContain(message);
      expect(await readdir(folder, { recursive: true })).toEqual(before);
    }
  });

  it("stands beside tables of others", async () => {
    await mkdir(join(folder, "notes"));
    await writeFile(join(folder, "notes", "a.txt"), "");
    const { lancedb, arrow } = await loadEngine();
    const connection = await lancedb.connect(folder);
    const field = new arrow.Field("x", new arrow.Int32(), true);
    await connection.createEmptyTable("theirs", new arrow.Schema([field]));
    const store = await lanceDBStore({ uri: folder })(SPACE);
    expect((await store.describe()).rows.memories).toBe(0);
    await store.close();
  });
});
