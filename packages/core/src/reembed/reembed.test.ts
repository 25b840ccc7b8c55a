import { expect, test } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { EmbeddingError, InvalidInputError, StoreError } from "../errors.ts";
import type { Embedder } from "../ports/embedder.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";

const alice = { userId: "alice" };
const other = hashEmbedder({ dimensions: 96 });

test("a memory moves to another embedder and goes on with it", async () => {
  const { memory, events, reopen } = await openTestMemory();
  const { id } = await memory.put("User likes green tea", alice);
  await memory.put("User lives in Berlin", alice);
  await memory.update(id, { text: "User likes black tea" }, alice);
  const progress: { done: number; total: number }[] = [];
  await memory.reembed({ embedder: other, onProgress: (step) => progress.push(step) });

  expect(progress.at(-1)).toEqual({ done: 3, total: 3 });
  expect(events.at(-1)).toMatchObject({ type: "reembedded", embedder: other.id, versions: 3 });
  const { results } = await memory.search("black tea", { ...alice, explain: true });
  expect(results[0]).toMatchObject({ memory: "User likes black tea" });
  expect((await memory.history(id, alice)).results).toHaveLength(2);
  await memory.put("User has a dog", alice);
  expect(await memory.info()).toMatchObject({ embedder: other.id, dimensions: 96 });
  await memory.close();

  const refused = reopen().count(alice);
  await expect(refused).rejects.toThrow("reembed({ embedder })");
  const space = { embedder: other.id, dimensions: other.dimensions };
  await expect(refused).rejects.toMatchObject({ space });
  expect(await reopen({ embedder: other }).count(alice)).toBe(3);
});

test("an embedder that a memory has already moves nothing, and is used from then on", async () => {
  const { memory } = await openTestMemory({ embedder: other });
  await memory.put("User likes green tea", alice);
  let calls = 0;
  await memory.reembed({
    embedder: { ...other, embed: (...given) => (calls++, other.embed(...given)) },
  });
  expect(calls).toBe(0);
  expect((await memory.search("green tea", alice)).results).toHaveLength(1);
  expect(calls).toBe(1);
});

test("calls are answered while a memory moves, and those of the last step wait for it", async () => {
  const { memory } = await openTestMemory();
  for (let index = 0; index < 5; index++) await memory.put(`User likes tea ${index}`, alice);
  let calls: Promise<unknown>[] = [];
  const slow: Embedder = {
    ...other,
    async embed(texts, options) {
      // Asked in the last step, in which nothing else is under way.
      if (options.purpose === "document" && calls.length === 0) {
        calls = [memory.put("User has a cat", alice), memory.search("tea", alice)];
      }
      return other.embed(texts, options);
    },
  };
  await memory.reembed({ embedder: slow });
  await Promise.all(calls);
  expect(await memory.count(alice)).toBe(6);
  const { results } = await memory.search("cat", alice);
  expect(results[0]?.memory).toBe("User has a cat");
});

test("a move that fails or is aborted leaves the memory as it was", async () => {
  const { memory } = await openTestMemory({ retries: 0 });
  await memory.put("User likes tea", alice);
  const broken: Embedder = {
    ...other,
    embed: async () => {
      throw new Error("no quota");
    },
  };
  await expect(memory.reembed({ embedder: broken })).rejects.toBeInstanceOf(EmbeddingError);
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(memory.reembed({ embedder: other, signal })).rejects.toThrow("enough");
  await memory.put("User likes coffee", alice);
  expect((await memory.search("tea", alice)).results[0]?.memory).toBe("User likes tea");
  await memory.reembed({ embedder: other });
  expect(await memory.count(alice)).toBe(2);
});

test("what is no embedder, and a second move at the same time, are refused", async () => {
  const { memory } = await openTestMemory();
  await memory.put("User likes tea", alice);
  for (const embedder of [undefined, {}, { id: "x", dimensions: 0, embed: () => [] }]) {
    const given = { embedder: embedder as unknown as Embedder };
    await expect(memory.reembed(given)).rejects.toBeInstanceOf(InvalidInputError);
  }
  const first = memory.reembed({ embedder: other });
  await expect(memory.reembed({ embedder: other })).rejects.toThrow("under way already");
  await first;
});

test("another memory on the folder is told to open it anew", async () => {
  const { memory, reopen } = await openTestMemory();
  await memory.put("User likes tea", alice);
  const second = reopen();
  await second.count(alice);
  await memory.reembed({ embedder: other });
  await expect(second.put("User likes coffee", alice)).rejects.toBeInstanceOf(StoreError);
  await expect(second.count(alice)).rejects.toThrow("have moved to another embedding model");
});
