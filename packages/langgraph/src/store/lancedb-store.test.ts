import { access } from "node:fs/promises";
import { join } from "node:path";
import { BaseStore } from "@langchain/langgraph-checkpoint";
import { ClosedError, InvalidInputError, StoreError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { newFolder, openStore } from "./__fixtures__/open-store.ts";
import { DIMS, toVector } from "./__fixtures__/word-embeddings.ts";
import { LanceDBStore } from "./lancedb-store.ts";

const embed = (texts: string[]) => texts.map(toVector);

const embedSlowly = async (texts: string[]) => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return embed(texts);
};

describe("a store", () => {
  it("touches no disk before its first call, and needs no start", async () => {
    const uri = join(await newFolder(), "below");
    const store = new LanceDBStore({ uri });
    expect(store).toBeInstanceOf(BaseStore);
    await expect(access(uri)).rejects.toThrow("ENOENT");
    await store.stop();
    await expect(access(uri)).rejects.toThrow("ENOENT");
    const started = await openStore({ uri });
    await started.start();
    await access(uri);
  });

  it("has everything again in the next one on the folder, vectors and dates too", async () => {
    const uri = await newFolder();
    const index = { dims: DIMS, embed, fields: ["text"] };
    const first = await openStore({ uri, index, durability: "fsync" });
    await first.put(["a", "b"], "cat", { text: "cat" });
    await first.put(["a"], "dog", { text: "dog" });
    await first.put(["a"], "none", { n: 1 });
    const search = { query: "cat", limit: 100 };
    const [item, found] = [await first.get(["a"], "dog"), await first.search([], search)];
    await first.stop();
    const second = await openStore({ uri, index });
    expect(await second.get(["a"], "dog")).toEqual(item);
    expect(await second.search([], search)).toEqual(found);
    expect(found.map(({ key }) => key)).toEqual(["cat", "dog", "none"]);
    expect(await second.listNamespaces()).toEqual([["a"], ["a", "b"]]);
  });

  it("may get an index later: what was there before comes after what is scored", async () => {
    const uri = await newFolder();
    const plain = await openStore({ uri });
    await plain.put(["a"], "old", { text: "cat" });
    const indexed = await openStore({ uri, index: { dims: DIMS, embed } });
    await indexed.put(["a"], "new", { text: "dog" });
    const found = await indexed.search(["a"], { query: "cat" });
    expect(found.map(({ key, score }) => [key, typeof score])).toEqual([
      ["new", "number"],
      ["old", "undefined"],
    ]);
    const other = await openStore({ uri, index: { dims: 3, embed } });
    await expect(other.get(["a"], "old")).rejects.toBeInstanceOf(StoreError);
  });

  it("finishes what is under way when it is stopped, and refuses what comes after", async () => {
    const uri = await newFolder();
    const store = await openStore({ uri, index: { dims: DIMS, embed: embedSlowly } });
    const putting = store.put(["a"], "k", { text: "cat" });
    await Promise.all([store.stop(), store.stop()]);
    await putting;
    await expect(store.get(["a"], "k")).rejects.toBeInstanceOf(ClosedError);
    expect(await (await openStore({ uri })).get(["a"], "k")).not.toBeNull();
  });

  it("is one of several tables at its place, and says what it is made of", async () => {
    const uri = await newFolder();
    const [one, other] = [await openStore({ uri }), await openStore({ uri, table: "other" })];
    await one.put(["a"], "k", { n: 1 });
    expect(await other.get(["a"], "k")).toBeNull();
    await one.setup();
    expect(await one.describe()).toMatchObject({ uri, rows: 1, fragments: 1 });
    for (let n = 0; n < 5; n++) await one.put(["a"], "k", { n });
    expect(await one.maintain()).toMatchObject({ after: { fragments: 1 } });
    expect(await one.get(["a"], "k")).toMatchObject({ value: { n: 4 } });
  });

  it.each<[options: unknown, parameter: string]>([
    [{ uri: "" }, "uri"],
    [{ path: "./here" }, "path"],
    [{ durability: "never" }, "durability"],
    [{ index: { embed } }, "index.dims"],
    [{ index: { dims: DIMS } }, "index.embed"],
    [{ index: { dims: 0, embed } }, "index.dims"],
    [{ index: { dims: DIMS, embed: { embedQuery: embed } } }, "index.embed"],
    [{ index: { dims: DIMS, embed, distanceMetric: "l2" } }, "index.distanceMetric"],
    [{ index: { dims: DIMS, embed, fields: "text" } }, "index.fields"],
    [{ index: { dims: DIMS, embed, fields: ["a["] } }, "index"],
    [{ ttl: { defaultTTL: 5 } }, "ttl.defaultTTL"],
    [{ ttl: { defaultTtl: 0 } }, "ttl.defaultTtl"],
    [{ ttl: { sweepIntervalMinutes: 40_000 } }, "ttl.sweepIntervalMinutes"],
    [{ onError: "log" }, "onError"],
  ])("refuses the options %j", (options, parameter) => {
    expect(() => new LanceDBStore(options as object)).toThrow(InvalidInputError);
    expect(() => new LanceDBStore(options as object)).toThrow(
      expect.objectContaining({ parameter }),
    );
  });
});
