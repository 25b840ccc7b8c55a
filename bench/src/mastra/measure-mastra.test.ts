import { join } from "node:path";
import { LibSQLVector } from "@mastra/libsql";
import { lanceDBStore } from "@palimpsest/core";
import { expect, it } from "vitest";
import { withFolder } from "../with-folder.ts";
import { measureMastra } from "./measure-mastra.ts";

it("lets every memory recall into the prompt and remember the turn", async () => {
  const { signal } = new AbortController();
  await withFolder(undefined, async (folder) => {
    const sizes = [50, 100];
    const { stores, subjects } = await measureMastra({
      sizes,
      messages: 50,
      turns: 1,
      folder,
      signal,
    });
    expect(subjects.map(({ name, promptTokens }) => [name, promptTokens > 50])).toEqual([
      ["no memory", false],
      ["Memory", false],
      ["semantic recall, 50", true],
      ["LongTermMemory, 50", true],
      ["LongTermMemory, 100", true],
    ]);
    for (const { firstToken, end } of subjects) {
      expect(end.p50Ms).toBeGreaterThanOrEqual(firstToken.p50Ms);
    }
    expect(stores.map(({ name, size }) => [name, size])).toEqual([
      ["Palimpsest", 50],
      ["Palimpsest", 100],
      ["LibSQL", 50],
    ]);
    expect(Math.min(...stores.map(({ bytes }) => bytes))).toBeGreaterThan(0);

    // Five turns to warm up, and one that counts: a fact of each, and a question with its answer.
    for (const size of sizes) expect(await countMemories(folder, size)).toBe(size + 6);
    expect(await countVectors(folder)).toBe(50 + 12);
  });
}, 60_000);

async function countMemories(folder: string, size: number): Promise<number> {
  const open = lanceDBStore({ uri: join(folder, `palimpsest-${size}`) });
  const store = await open({ embedder: "bench/look-up-384", dimensions: 384 });
  const rows = await store.memories.find({ type: "everyone" });
  await store.close();
  return rows.length;
}

async function countVectors(folder: string): Promise<number> {
  const vector = new LibSQLVector({
    id: "vector",
    url: `file:${join(folder, "mastra/vectors.db")}`,
  });
  const { count } = await vector.describeIndex({ indexName: "memory_messages_384" });
  await vector.close();
  return count;
}
