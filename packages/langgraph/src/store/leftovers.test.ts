import { type DurableTable, durableTable } from "@palimpsest/core/tables";
import { describe, expect, it, onTestFinished } from "vitest";
import { newFolder, openStore } from "./__fixtures__/open-store.ts";
import { DIMS, toVector, WordEmbeddings } from "./__fixtures__/word-embeddings.ts";
import { ITEM_COLUMNS, type ItemRow } from "./item-row.ts";
import type { LanceDBStore } from "./lancedb-store.ts";

/** A store, and its table behind its back. */
async function openBoth(): Promise<{ store: LanceDBStore; table: DurableTable<ItemRow> }> {
  const uri = await newFolder();
  const store = await openStore({
    uri,
    index: { dims: DIMS, embeddings: new WordEmbeddings(), fields: ["texts[*]"] },
  });
  const definition = { name: "lg_store", columns: ITEM_COLUMNS, dimensions: DIMS };
  const table = durableTable<ItemRow>({ uri }, definition);
  onTestFinished(() => table.close());
  await store.put(["a"], "k", { texts: ["cat", "dog", "fish"] });
  return { store, table };
}

const scores = async (store: LanceDBStore, query: string) =>
  (await store.search(["a"], { query })).map(({ score }) => score);

describe("a write that was cut short between its two commits", () => {
  it("is done: parts of the former value are found no more, and go with the next write", async () => {
    const { store, table } = await openBoth();
    const [item] = await table.find({ where: { column: "part", equals: 0 } });
    if (!item) throw new Error("There is no item.");
    const value = JSON.stringify({ texts: ["tea"] });
    const vector = Float32Array.from(toVector("tea"));
    await table.upsert([{ ...item, value, revision: "a later one", vector }]);

    expect(await store.get(["a"], "k")).toMatchObject({ value: { texts: ["tea"] } });
    expect(await scores(store, "fish")).toEqual([expect.closeTo(0, 3)]);
    expect(await scores(store, "tea")).toEqual([expect.closeTo(1, 3)]);
    expect(await store.search(["a"])).toHaveLength(1);
    await store.put(["a"], "k", { texts: ["rain", "snow"] });
    expect(await table.count()).toBe(2);
  });

  it("leaves nothing to be found of a deleted item, and its parts go with the next deletion", async () => {
    const { store, table } = await openBoth();
    await table.remove({ column: "part", equals: 0 });
    expect(await store.get(["a"], "k")).toBeNull();
    expect(await store.search(["a"], { query: "fish" })).toEqual([]);
    expect(await store.search(["a"])).toEqual([]);
    expect(await store.listNamespaces()).toEqual([]);
    await store.delete(["a"], "k");
    expect(await table.count()).toBe(0);
  });
});
