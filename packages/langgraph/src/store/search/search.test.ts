import { InvalidInputError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { openStore } from "../__fixtures__/open-store.ts";

const keysOf = (items: readonly { key: string }[]) => items.map(({ key }) => key);

async function storeOf(count: number) {
  const store = await openStore();
  await store.batch(
    Array.from({ length: count }, (_, n) => ({
      namespace: ["n", n % 2 === 0 ? "even" : "odd"],
      key: `k${n}`,
      value: { n, third: n % 3, tags: [`t${n % 2}`] },
    })),
  );
  return store;
}

describe("a search without a query", () => {
  it("never crosses from one label into a longer one (InMemoryStore, PostgresStore)", async () => {
    const store = await openStore();
    const places = [
      ["tenant"],
      ["tenant", "acme"],
      ["tenant", "acme-corp"],
      ["tenant", "acme", "x"],
    ];
    for (const namespace of places) await store.put(namespace, namespace.join("/"), {});
    expect(keysOf(await store.search(["tenant", "acme"]))).toEqual([
      "tenant/acme",
      "tenant/acme/x",
    ]);
    expect(await store.search(["tenant"])).toHaveLength(4);
    expect(await store.search(["ten"])).toEqual([]);
  });

  it("takes wildcards of SQL for what they are, in labels and in prefixes (PostgresStore)", async () => {
    const store = await openStore();
    for (const label of ["a_b", "axb", "100%", "1000"]) await store.put(["n", label], label, {});
    expect(keysOf(await store.search(["n", "a_b"]))).toEqual(["a_b"]);
    expect(keysOf(await store.search(["n", "100%"]))).toEqual(["100%"]);
    expect(await store.search(["n", "%"])).toEqual([]);
  });

  it("finds everything below the empty prefix (PostgresStore)", async () => {
    const store = await openStore();
    await store.put(["b"], "1", {});
    await store.put(["a", "c"], "2", {});
    expect(keysOf(await store.search([]))).toEqual(["1", "2"]);
  });

  it("finds nothing by an operator that does not exist (PostgresStore)", async () => {
    const store = await storeOf(3);
    for (const filter of [{ n: { $exists: true } }, { n: { $gte: 0, $regex: "." } }]) {
      expect(await store.search(["n"], { filter })).toEqual([]);
    }
  });

  it("tells numbers from texts of the same digits (PostgresStore)", async () => {
    const store = await openStore();
    const values = [2, "2", true, "true", null, "null"];
    for (const n of values) await store.put(["a"], JSON.stringify(n), { n });
    for (const n of values) {
      const others = values.filter((one) => one !== n);
      for (const filter of [{ n }, { n: { $in: [n] } }, { n: { $nin: others } }]) {
        const found = await store.search(["a"], { filter });
        expect(found.map(({ value }) => value["n"])).toEqual([n]);
      }
    }
  });

  it("gives 10 without a limit (MongoDBStore), none for the limit 0, and no score", async () => {
    const store = await storeOf(12);
    const [found] = await store.batch([{ namespacePrefix: ["n"] }]);
    expect(keysOf(found ?? [])).toEqual(Array.from({ length: 10 }, (_, n) => `k${n}`));
    expect(found?.every((item) => !("score" in item))).toBe(true);
    expect(await store.search(["n"], { limit: 0 })).toEqual([]);
    expect(await store.search(["n"], { limit: 0, filter: { n: { $gt: 3 } } })).toEqual([]);
    expect(await store.search(["n"], { offset: 12 })).toEqual([]);
    expect(await store.search(["n"], { offset: 10, limit: 100 })).toHaveLength(2);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "3"])(
    "refuses the limit and the offset %s",
    async (count) => {
      const store = await openStore();
      const wrong = count as number;
      await expect(store.search([], { limit: wrong })).rejects.toBeInstanceOf(InvalidInputError);
      await expect(store.search([], { offset: wrong })).rejects.toBeInstanceOf(InvalidInputError);
    },
  );

  it("filters before it limits, whether the table can look for the filter or not", async () => {
    const store = await storeOf(200);
    const look = { filter: { n: { $in: [199, 3, 100] } } };
    expect(keysOf(await store.search(["n"], look))).toEqual(["k3", "k100", "k199"]);
    const reckon = { filter: { n: { $gte: 190 }, third: 0 }, limit: 2 };
    expect(keysOf(await store.search(["n"], reckon))).toEqual(["k192", "k195"]);
    expect(keysOf(await store.search(["n"], { ...reckon, offset: 2 }))).toEqual(["k198"]);
    const both = { filter: { tags: ["t1"], n: { $lt: 4 } } };
    expect(keysOf(await store.search(["n"], both))).toEqual(["k1", "k3"]);
    expect(await store.search(["n", "even"], both)).toEqual([]);
  });

  it("keeps its pages while items are changed, and adds new ones at the end", async () => {
    const store = await storeOf(6);
    const first = await store.search(["n"], { limit: 3 });
    await store.put(["n", "even"], "k0", { n: "changed" });
    await store.put(["a", "first"], "new", {});
    const second = await store.search([], { limit: 4, offset: 3 });
    expect(keysOf([...first, ...second])).toEqual(["k0", "k1", "k2", "k3", "k4", "k5", "new"]);
  });

  it("ignores a query where the store has no index (MongoDBStore throws)", async () => {
    const store = await storeOf(3);
    const found = await store.search(["n"], { query: "anything", filter: { n: { $gt: 0 } } });
    expect(keysOf(found)).toEqual(["k1", "k2"]);
    expect(found[0]?.score).toBeUndefined();
  });
});
