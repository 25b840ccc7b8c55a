import { rm } from "node:fs/promises";
import { durableTable, InvalidInputError } from "@palimpsest/core/tables";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { newFolder, openStore } from "../__fixtures__/open-store.ts";
import { setClock } from "../__fixtures__/set-clock.ts";
import { DIMS, toVector } from "../__fixtures__/word-embeddings.ts";
import { ITEM_COLUMNS, type ItemRow } from "../item-row.ts";
import type { LanceDBStore } from "../lancedb-store.ts";
import { createRefresher } from "./refresh-items.ts";

const START = Date.parse("2026-01-01T00:00:00Z");
const afterMinutes = (minutes: number) => new Date(START + minutes * 60_000);
const index = {
  dims: DIMS,
  embed: (texts: string[]) => texts.map(toVector),
  fields: ["text", "more"],
};

/** The keys that each way to read finds. */
async function readAll(store: LanceDBStore, keys: readonly string[]): Promise<string[][]> {
  const items = await Promise.all(keys.map(async (key) => store.get(["a"], key)));
  const searches = [
    {},
    { filter: { kind: 1 } },
    { filter: { kind: { $gte: 1 } } },
    { query: "cat" },
    { query: "cat", filter: { kind: { $gt: 0 } } },
    { query: "nothing" },
  ];
  const found = await Promise.all(
    searches.map(async (search) => store.search(["a"], { ...search, limit: 100 })),
  );
  return [items.filter((item) => item !== null), ...found].map((all) =>
    all.map(({ key }) => key).toSorted(),
  );
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("an item with a ttl", () => {
  it("is in no read once its minutes (MongoDBStore: seconds) are over, swept or not", async () => {
    setClock(afterMinutes(0));
    const store = await openStore({ index });
    const value = { kind: 1, text: "cat" };
    await store.put(["a"], "short", { ...value, more: "cat dog" }, undefined, { ttl: 1.5 });
    await store.put(["a"], "long", { kind: 1 }, false, { ttl: 10 });
    await store.put(["a"], "ever", value);
    const all = await readAll(store, ["short", "long", "ever"]);
    expect(all).toEqual(all.map(() => ["ever", "long", "short"]));

    setClock(new Date(afterMinutes(1.5).getTime() - 1));
    expect(await readAll(store, ["short", "long", "ever"])).toEqual(all);
    setClock(afterMinutes(1.5));
    const left = await readAll(store, ["short", "long", "ever"]);
    expect(left).toEqual(all.map(() => ["ever", "long"]));
    setClock(afterMinutes(10));
    const kept = await readAll(store, ["short", "long", "ever"]);
    expect(kept).toEqual(all.map(() => ["ever"]));
    await store.delete(["a"], "ever");
    expect(await store.listNamespaces()).toEqual([]);
  });

  it("is removed by sweeping, which says how many there were", async () => {
    setClock(afterMinutes(0));
    const store = await openStore({ index });
    await store.put(["a"], "short", { text: "cat", more: "dog" }, undefined, { ttl: 1 });
    await store.put(["a"], "long", { text: "cat" }, undefined, { ttl: 10 });
    await store.put(["a"], "ever", { text: "cat" });
    setClock(afterMinutes(1));
    expect(await store.sweepExpiredItems()).toBe(1);
    expect(await store.sweepExpiredItems()).toBe(0);
    expect((await store.describe()).rows).toBe(2);
  });

  it("has that of the store unless its put says otherwise, and that of its last put", async () => {
    setClock(afterMinutes(0));
    const store = await openStore({ ttl: { defaultTtl: 5 } });
    await store.put(["a"], "usual", {});
    await store.put(["a"], "own", {}, undefined, { ttl: 1 });
    await store.put(["a"], "ever", {}, undefined, { ttl: Number.POSITIVE_INFINITY });
    await store.batch([{ namespace: ["a"], key: "raw", value: {}, options: { ttl: 1 } } as never]);
    setClock(afterMinutes(2));
    expect((await readAll(store, ["usual", "own", "ever", "raw"]))[0]).toEqual(["ever", "usual"]);
    await store.put(["a"], "usual", {});
    setClock(afterMinutes(6));
    expect((await readAll(store, ["usual", "ever"]))[0]).toEqual(["ever", "usual"]);
    setClock(afterMinutes(7));
    expect((await readAll(store, ["usual", "ever"]))[0]).toEqual(["ever"]);
  });

  it("is a new item when it is put after it expired", async () => {
    setClock(afterMinutes(0));
    const store = await openStore();
    await store.put(["a"], "k", { n: 1 }, undefined, { ttl: 1 });
    setClock(afterMinutes(1));
    await store.put(["a"], "k", { n: 2 });
    expect(await store.get(["a"], "k")).toMatchObject({
      value: { n: 2 },
      createdAt: afterMinutes(1),
    });
    setClock(afterMinutes(1_000));
    expect(await store.get(["a"], "k")).not.toBeNull();
  });

  it.each([0, -1, Number.NaN, "5", null])("of %s minutes is refused", async (ttl) => {
    const store = await openStore();
    const putting = store.put(["a"], "k", {}, undefined, { ttl: ttl as number });
    await expect(putting).rejects.toBeInstanceOf(InvalidInputError);
    expect(await store.get(["a"], "k")).toBeNull();
  });
});

describe("refreshing on read", () => {
  const ttl = { defaultTtl: 10, refreshOnRead: true };

  it.each<[name: string, read: (store: LanceDBStore) => Promise<unknown>]>([
    ["get", (store) => store.get(["a"], "k")],
    ["search", (store) => store.search(["a"])],
    ["a search by meaning", (store) => store.search(["a"], { query: "dog" })],
  ])(
    "begins a life anew with %s, of all its vectors, and does not move updatedAt (MongoDBStore)",
    async (_name, read) => {
      setClock(afterMinutes(0));
      const uri = await newFolder();
      const store = await openStore({ uri, index, ttl });
      await store.put(["a"], "k", { text: "cat", more: "dog" });
      setClock(afterMinutes(8));
      await read(store);
      await store.stop();
      const again = await openStore({ uri, index });
      setClock(new Date(afterMinutes(18).getTime() - 1));
      expect(await again.get(["a"], "k")).toMatchObject({ updatedAt: afterMinutes(0) });
      expect(await again.search(["a"], { query: "dog" })).toMatchObject([
        { key: "k", score: expect.closeTo(1, 3) },
      ]);
      setClock(afterMinutes(18));
      expect(await again.get(["a"], "k")).toBeNull();
    },
  );

  it("is not done unless it is asked for, and not by listing, or for what was not on the page", async () => {
    setClock(afterMinutes(0));
    const uri = await newFolder();
    const [plain, store] = [
      await openStore({ uri, ttl: { defaultTtl: 10 } }),
      await openStore({ uri, ttl }),
    ];
    await store.put(["a"], "1", {});
    await store.put(["a"], "2", {});
    setClock(afterMinutes(8));
    await plain.get(["a"], "2");
    await plain.search([]);
    await store.listNamespaces();
    await store.search(["a"], { limit: 1 });
    await Promise.all([plain.stop(), store.stop()]);
    setClock(afterMinutes(10));
    const found = await (await openStore({ uri })).search([]);
    expect(found.map(({ key }) => key)).toEqual(["1"]);
  });

  it("writes nothing again for an item that was refreshed just before", async () => {
    setClock(afterMinutes(0));
    const uri = await newFolder();
    const store = await openStore({ uri, ttl });
    await store.put(["a"], "k", {});
    const { versions } = await store.describe();
    for (let second = 0; second < 5; second++) {
      setClock(new Date(START + second * 1_000));
      await store.get(["a"], "k");
    }
    await store.stop();
    expect((await (await openStore({ uri })).describe()).versions).toBe(versions);
  });

  it("is done for all that was read when the store is stopped", async () => {
    setClock(afterMinutes(0));
    const uri = await newFolder();
    const onError = vi.fn<(error: unknown) => void>();
    const store = await openStore({ uri, ttl, onError });
    const keys = ["1", "2", "3", "4"];
    for (const key of keys) await store.put(["a"], key, {});
    setClock(afterMinutes(8));
    for (const key of keys) await store.get(["a"], key);
    await store.stop();
    expect(onError).not.toHaveBeenCalled();
    setClock(afterMinutes(17));
    expect(await (await openStore({ uri })).search(["a"])).toHaveLength(4);
  });

  it("leaves alone what was put in the meantime", async () => {
    setClock(afterMinutes(0));
    const uri = await newFolder();
    const store = await openStore({ uri, ttl });
    await store.put(["a"], "k", { n: 1 });
    setClock(afterMinutes(5));
    const table = durableTable<ItemRow>({ uri }, { name: "lg_store", columns: ITEM_COLUMNS });
    onTestFinished(() => table.close());
    const rows = await table.find({});
    await store.put(["a"], "k", { n: 2 }, undefined, { ttl: Number.POSITIVE_INFINITY });
    const refresher = createRefresher(table, (error) => expect.unreachable(String(error)));
    refresher.refresh(rows);
    await refresher.flush();
    setClock(afterMinutes(100));
    expect(await store.get(["a"], "k")).toMatchObject({ value: { n: 2 } });
  });

  it("fails no read: what goes wrong is told to onError, and the next read tries again", async () => {
    const errors: unknown[] = [];
    const update = vi.fn<() => Promise<void>>(() => Promise.reject(new Error("disk full")));
    const refresher = createRefresher({ update } as never, (error) => errors.push(error));
    const row = {
      item: "i",
      revision: "r",
      refreshedAt: new Date(Date.now() - 1_000),
      expiresAt: new Date(Date.now() + 1_000),
    };
    refresher.refresh([row as never]);
    await refresher.flush();
    refresher.refresh([row as never]);
    await refresher.flush();
    expect(errors).toEqual([new Error("disk full"), new Error("disk full")]);
  });
});

describe("the refresher", () => {
  it("writes what is noted at any moment of a write, also at its very end", async () => {
    const life = {
      refreshedAt: new Date(Date.now() - 1_000),
      expiresAt: new Date(Date.now() + 1_000),
    };
    const written: string[] = [];
    for (let ticks = 0; ticks < 10; ticks++) {
      const conditions: unknown[] = [];
      const update = async (where: unknown) => void conditions.push(where);
      const refresher = createRefresher({ update } as never, (error) =>
        expect.unreachable(String(error)),
      );
      refresher.refresh([{ ...life, item: "i", revision: "first" } as never]);
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
      refresher.refresh([{ ...life, item: "j", revision: "second" } as never]);
      await refresher.flush();
      written.push(JSON.stringify(conditions));
    }
    expect(written).toEqual(written.map(() => expect.stringMatching(/first.*second/)));
  });
});

const PATIENCE = { timeout: 20_000 };

describe("sweeping", () => {
  it("begins with the first call, goes on from time to time, and ends with stop", async () => {
    setClock(afterMinutes(0));
    const uri = await newFolder();
    const store = await openStore({ uri, ttl: { defaultTtl: 1, sweepIntervalMinutes: 0.001 } });
    await store.put(["a"], "k", {});
    setClock(afterMinutes(1));
    await expect.poll(async () => (await store.describe()).rows, PATIENCE).toBe(0);
    setClock(afterMinutes(2));
    await store.put(["a"], "k", {});
    setClock(afterMinutes(3));
    await expect.poll(async () => (await store.describe()).rows, PATIENCE).toBe(0);
    const clear = vi.spyOn(globalThis, "clearInterval");
    await store.stop();
    expect(clear).toHaveBeenCalledOnce();
  });

  it("tells onError what goes wrong, and by default warns the process", async () => {
    const errors: unknown[] = [];
    const warnings = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    const ttl = { sweepIntervalMinutes: 0.0005 };
    const [uri, other] = [await newFolder(), await newFolder()];
    const told = await openStore({ uri, ttl, onError: (error) => errors.push(error) });
    const silent = await openStore({ uri: other, ttl });
    for (const store of [told, silent]) await store.put(["a"], "k", {});
    for (const folder of [uri, other]) await rm(folder, { recursive: true });
    await expect.poll(() => errors.length, PATIENCE).toBeGreaterThan(0);
    await expect.poll(() => warnings.mock.calls.length, PATIENCE).toBeGreaterThan(0);
    await Promise.allSettled([told.stop(), silent.stop()]);
  });
});
