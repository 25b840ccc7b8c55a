import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreError } from "../../errors.ts";
import type { EmbeddingSpace, MemoryStore, Move } from "../../ports/memory-store.ts";
import { SPACE, newScope, versionRow } from "../../testing/memory-store/rows.ts";
import { lanceDBStore } from "../lancedb-store.ts";

const MOVER = fileURLToPath(new URL("../__fixtures__/mover.js", import.meta.url));
const OTHER: EmbeddingSpace = { embedder: "suite/embedder-2", dimensions: 16 };
const EVERYONE = { type: "everyone" } as const;
const AXIS = Array.from({ length: OTHER.dimensions }, (_, index) => Number(index === 3));

let uri: string;
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
});
afterEach(async () => {
  await rm(uri, { recursive: true });
});

async function open(space = SPACE): Promise<MemoryStore> {
  return lanceDBStore({ uri })(space);
}

/** A folder with so many memories, each of another text. */
async function fill(rows: number): Promise<void> {
  const store = await open();
  const scope = newScope();
  await store.memories.append(
    Array.from({ length: rows }, (_, index) => versionRow(scope, { text: `text ${index}` })),
  );
  await store.close();
}

/** Lets a process begin a move and kills it at a point of it. */
async function killAt(point: "copying" | "fenced" | "moved"): Promise<void> {
  const child = fork(MOVER, [uri, point], { execArgv: [] });
  await once(child, "message");
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** A move that counts the texts that it embeds. */
function countingMove(): Move & { texts: number } {
  const move = {
    texts: 0,
    async embed(texts: readonly string[]) {
      move.texts += texts.length;
      return texts.map(() => AXIS);
    },
    alone: async (work: () => Promise<void>) => work(),
  };
  return move;
}

async function memoryTables(): Promise<string[]> {
  return (await readdir(uri)).filter((name) => name.startsWith("memories_"));
}

describe("a move that is killed", () => {
  it("while it copies leaves the memories as they were, and the next one goes on from there", async () => {
    await fill(300);
    await killAt("copying");
    const store = await open();
    expect(await store.memories.count(EVERYONE)).toBe(300);
    await store.memories.append([versionRow(newScope(), { text: "after the kill" })]);
    const move = countingMove();
    await store.moveTo(OTHER, move);
    expect(move.texts).toBeLessThanOrEqual(301 - 128);
    expect(await store.memories.count(EVERYONE)).toBe(301);
    await store.close();
    expect(await memoryTables()).toHaveLength(1);
  });

  it("while nobody may write leaves memories that can be written to", async () => {
    await fill(10);
    await killAt("fenced");
    const store = await open();
    await store.memories.append([versionRow(newScope())]);
    expect(await store.memories.count(EVERYONE)).toBe(11);
    await store.moveTo(OTHER, countingMove());
    expect(await store.memories.count(EVERYONE)).toBe(11);
    await store.close();
  });

  it("when it is over leaves memories that have moved", async () => {
    await fill(10);
    await killAt("moved");
    expect(await memoryTables()).toHaveLength(2);
    await expect(open(SPACE)).rejects.toThrow(OTHER.embedder);
    const store = await open(OTHER);
    const [nearest] = await store.memories.findNearest(EVERYONE, [AXIS], { limit: 99 });
    expect(nearest).toHaveLength(10);
    await store.close();
    expect(await memoryTables()).toHaveLength(1);
  });
});

describe("another handle", () => {
  it("is told that the memories move or have moved, and what it wrote before is there", async () => {
    await fill(10);
    const [store, other] = [await open(), await open()];
    await other.memories.append([versionRow(newScope())]);
    const move = countingMove();
    await store.moveTo(OTHER, {
      ...move,
      async embed(texts) {
        const late = other.memories.append([versionRow(newScope())]);
        await expect(late).rejects.toThrow(/are moving to another embedding model/);
        expect(await other.memories.count(EVERYONE)).toBe(11);
        return move.embed(texts);
      },
    });
    expect(await store.memories.count(EVERYONE)).toBe(11);
    for (const call of [
      other.memories.count(EVERYONE),
      other.memories.append([versionRow(newScope())]),
    ]) {
      const failure = await call.catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StoreError);
      expect((failure as Error).message).toContain("have moved to another embedding model");
    }
    await Promise.all([store.close(), other.close()]);
  });
});
