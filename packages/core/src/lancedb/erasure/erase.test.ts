import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as lancedb from "@lancedb/lancedb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBytes, findInRows } from "../../__fixtures__/find-bytes.ts";
import type { Amendment } from "../../ports/erasure.ts";
import type { MemoryStore } from "../../ports/memory-store.ts";
import { exactly, SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { readErasures, recordErasure } from "./erasure-record.ts";
import { lanceDBStore } from "../lancedb-store.ts";
import { removeLeftovers } from "./remove-leftovers.ts";

const SCOPE = { userId: "xylophonist" };
const NOTHING = { memories: [], episodes: [], sessions: [], decisions: [] };

let root: string;
let uri: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "palimpsest-"));
  uri = join(root, "store");
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

describe("an erasure", () => {
  it("takes the copies of a move with it, which then begins anew", async () => {
    const store = await open();
    const [gone, kept] = [versionRow(SCOPE), versionRow({ userId: "b" })];
    const others = Array.from({ length: 200 }, () => versionRow({ userId: "b" }));
    await store.memories.append([gone, kept, ...others]);
    const space = { embedder: "suite/embedder-2", dimensions: 4 };
    let calls = 0;
    const move = {
      embed: async (texts: readonly string[]) => {
        calls += 1;
        return texts.map(() => [1, 0, 0, 0]);
      },
      alone: async (work: () => Promise<void>) => work(),
    };
    const controller = new AbortController();
    const onProgress = () => {
      if (calls > 0) controller.abort(new Error("enough"));
    };
    const aborted = store.moveTo(space, { ...move, onProgress, signal: controller.signal });
    await expect(aborted).rejects.toThrow("enough");
    expect((await readdir(uri)).filter((name) => name.startsWith("memories_"))).toHaveLength(2);

    await store.erase({ remove: { ...NOTHING, memories: [gone.key] }, amend: [] });
    expect((await readdir(uri)).filter((name) => name.startsWith("memories_"))).toHaveLength(1);
    expect(await findBytes(uri, ["xylophonist"])).toEqual([]);
    expect(await findInRows(uri, ["xylophonist"])).toEqual([]);
    await store.moveTo(space, move);
    expect(await store.memories.count({ type: "everyone" })).toBe(201);
    await store.close();
  });

  it("is written down without a word of anybody, and read as it was", async () => {
    const connection = await lancedb.connect(uri);
    const amendment: Amendment = {
      key: "a@1",
      status: "superseded",
      episodeIds: ["e1"],
      supersededBy: "m2",
      supersededAt: new Date(5),
      validTo: new Date(4),
      isSilenced: true,
    };
    const reopened: Amendment = {
      key: "b@1",
      status: "current",
      episodeIds: [],
      isSilenced: false,
    };
    const erasure = {
      remove: { memories: ["a@2", "c'@1"], episodes: ["e"], sessions: [], decisions: ["d"] },
      amend: [amendment, reopened],
    };
    const name = await recordErasure(connection, erasure);
    expect(await readErasures(connection)).toEqual([{ name, erasure }]);
    connection.close();
  });

  it("that never came to be written down is no erasure, and leaves nothing", async () => {
    const store = await open();
    await store.memories.append([versionRow(SCOPE)]);
    await store.close();
    await mkdir(join(uri, "erasure_1.lance/data"), { recursive: true });
    await writeFile(join(uri, "erasure_1.lance/data/1.lance"), "half");
    const again = await open();
    expect(await again.memories.count(exactly(SCOPE))).toBe(1);
    expect((await readdir(uri)).filter((name) => name.startsWith("erasure_"))).toEqual([]);
    await again.close();
  });
});

describe("files that no version knows", () => {
  it("are removed when they are too old for a commit under way, and left when it comes", async () => {
    const store = await open();
    await store.memories.append([versionRow(SCOPE)]);
    await store.close();
    const [name = ""] = (await readdir(uri)).filter((one) => one.startsWith("memories_"));
    const folder = join(uri, name);
    const before = await readdir(folder, { recursive: true });
    await writeFile(join(folder, "data/orphan.lance"), "x");
    // A commit whose manifest comes last of its files, and late.
    const manifests = (await readdir(join(folder, "_versions"))).filter((one) =>
      one.endsWith(".manifest"),
    );
    await rename(join(folder, "_versions"), join(root, "late"));
    await mkdir(join(folder, "_versions"));
    const removed = removeLeftovers(folder, { underWayMs: 2_000 });
    await setTimeout(300);
    for (const one of manifests) {
      await rename(join(root, "late", one), join(folder, "_versions", one));
    }
    expect(await readdir(join(folder, "data"))).toContain("orphan.lance");
    await removed;
    const after = await readdir(folder, { recursive: true });
    const known = before.filter((path) => !path.includes("_versions/latest"));
    expect(after.toSorted()).toEqual(known.toSorted());
  });
});

async function open(): Promise<MemoryStore> {
  return lanceDBStore({ uri, durability: "os" })(SPACE);
}
