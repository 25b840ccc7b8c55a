import type { Operation } from "@langchain/langgraph-checkpoint";
import { InvalidInputError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { newFolder, openStore } from "./__fixtures__/open-store.ts";
import { DIMS, toVector } from "./__fixtures__/word-embeddings.ts";

const at = (key: string) => ({ namespace: ["a"], key });
const put = (key: string, value: object | null) => ({ ...at(key), value });

describe("a batch", () => {
  it("answers in the order of its operations, whatever they are", async () => {
    const store = await openStore();
    await store.put(["a"], "1", { n: 1 });
    const results = await store.batch([
      put("2", { n: 2 }),
      at("1"),
      { namespacePrefix: ["a"], limit: 5 },
      put("1", null),
      at("missing"),
      { matchConditions: undefined, maxDepth: undefined, limit: 10, offset: 0 } as never,
      at("1"),
    ] as Operation[]);
    const one = expect.objectContaining({ key: "1", value: { n: 1 } });
    expect(results).toEqual([undefined, one, [one], undefined, null, [["a"]], one]);
    expect(await store.batch([])).toEqual([]);
  });

  it("reads what was there before its writes (PostgresStore)", async () => {
    const store = await openStore();
    const [before] = await store.batch([at("k"), put("k", { n: 1 })] as Operation[]);
    const [, after, found] = await store.batch([
      put("k", { n: 2 }),
      at("k"),
      { namespacePrefix: ["a"] },
    ] as Operation[]);
    expect(before).toBeNull();
    expect(after).toMatchObject({ value: { n: 1 } });
    expect(found).toMatchObject([{ value: { n: 1 } }]);
    expect(await store.get(["a"], "k")).toMatchObject({ value: { n: 2 } });
  });

  it("does the last of several writes of one item", async () => {
    const store = await openStore();
    await store.batch([
      put("stays", { n: 1 }),
      put("goes", { n: 1 }),
      put("stays", null),
      put("goes", { n: 2 }),
      put("stays", { n: 3 }),
      put("goes", null),
    ]);
    expect(await store.search(["a"])).toMatchObject([{ key: "stays", value: { n: 3 } }]);
  });

  it.each([{}, { key: "k" }, { namespace: ["a"] }, null, undefined, "get"])(
    "with the operation %j is refused, and nothing of it is done",
    async (operation) => {
      const store = await openStore();
      const batch = store.batch([put("k", { n: 1 }), operation as never]);
      await expect(batch).rejects.toMatchObject({
        name: expect.stringMatching(/^Invalid(Input|Namespace)Error$/),
      });
      expect(await store.search([])).toEqual([]);
    },
  );

  it("says what an unknown operation is", async () => {
    const store = await openStore();
    await expect(store.batch([{} as never])).rejects.toBeInstanceOf(InvalidInputError);
  });
});

describe("calls at the same time", () => {
  it("open the store once, and none is lost", async () => {
    const store = await openStore();
    await Promise.all([
      store.start(),
      store.get(["a"], "k"),
      store.search([]),
      store.listNamespaces(),
      ...Array.from({ length: 50 }, async (_, n) => store.put(["a"], `k${n}`, { n })),
    ]);
    expect(await store.search(["a"], { limit: 100 })).toHaveLength(50);
  });

  it("write one item in the order in which they were made, however long embedding takes", async () => {
    const waits = [30, 0, 10, 0];
    const embed = async (texts: string[]) => {
      await new Promise((resolve) => setTimeout(resolve, waits.shift() ?? 0));
      return texts.map(toVector);
    };
    const store = await openStore({ index: { dims: DIMS, embed, fields: ["text"] } });
    await Promise.all([
      store.put(["a"], "k", { text: "cat", n: 1 }),
      store.put(["a"], "k", { text: "dog", n: 2 }),
      store.put(["a"], "other", { text: "tea" }),
      store.delete(["a"], "k"),
      store.put(["a"], "k", { text: "fish", n: 3 }),
    ]);
    expect(await store.get(["a"], "k")).toMatchObject({ value: { text: "fish", n: 3 } });
    expect(await store.search(["a"], { query: "fish" })).toMatchObject([
      { key: "k", score: expect.closeTo(1, 3) },
      { key: "other" },
    ]);
  });

  it("go on after one that failed", async () => {
    const fails = [true, false];
    const embed = async (texts: string[]) => {
      if (fails.shift()) throw new Error("no quota");
      return texts.map(toVector);
    };
    const store = await openStore({ index: { dims: DIMS, embed } });
    const [first, second] = await Promise.allSettled([
      store.put(["a"], "k", { text: "cat" }),
      store.put(["a"], "k", { text: "dog" }),
    ]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
    expect(await store.get(["a"], "k")).toMatchObject({ value: { text: "dog" } });
  });

  it("of two stores on one folder see each other's writes", async () => {
    const uri = await newFolder();
    const [one, two] = [await openStore({ uri }), await openStore({ uri })];
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) =>
        (n % 2 === 0 ? one : two).put(["a"], `k${n % 10}`, { n }),
      ),
    );
    const found = await one.search(["a"], { limit: 100 });
    expect(found.map(({ key }) => key).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, n) => `k${n}`),
    );
    expect(await two.search(["a"], { limit: 100 })).toEqual(found);
    await one.delete(["a"], "k1");
    expect(await two.get(["a"], "k1")).toBeNull();
  });
});
