import { InvalidInputError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { openStore } from "./__fixtures__/open-store.ts";

const NAMESPACES = [
  ["docs", "u1", "v1"],
  ["docs", "u1", "v2"],
  ["docs", "u2", "v1"],
  ["docs"],
  ["docs-old", "u1"],
  ["users", "u1"],
  ["users", "u10"],
  ["*", "u1"],
  ["a", "B"],
  ["a", "b"],
  ["a\u0000", "c"],
];

async function openListed() {
  const store = await openStore();
  await store.batch(
    NAMESPACES.flatMap((namespace) =>
      ["1", "2"].map((key) => ({ namespace, key, value: { key } })),
    ),
  );
  return store;
}

describe("listed namespaces", () => {
  it("are those that hold items, each once, label by label in order", async () => {
    const store = await openListed();
    expect(await store.listNamespaces()).toEqual([
      ["*", "u1"],
      ["a", "B"],
      ["a", "b"],
      ["a\u0000", "c"],
      ["docs"],
      ["docs", "u1", "v1"],
      ["docs", "u1", "v2"],
      ["docs", "u2", "v1"],
      ["docs-old", "u1"],
      ["users", "u1"],
      ["users", "u10"],
    ]);
    expect(await (await openStore()).listNamespaces()).toEqual([]);
  });

  it("begin and end as asked, a star being any one label", async () => {
    const store = await openListed();
    expect(await store.listNamespaces({ prefix: ["docs", "u1"] })).toEqual([
      ["docs", "u1", "v1"],
      ["docs", "u1", "v2"],
    ]);
    expect(await store.listNamespaces({ prefix: ["docs", "*", "v1"] })).toEqual([
      ["docs", "u1", "v1"],
      ["docs", "u2", "v1"],
    ]);
    expect(await store.listNamespaces({ suffix: ["u1"] })).toEqual([
      ["*", "u1"],
      ["docs-old", "u1"],
      ["users", "u1"],
    ]);
    expect(await store.listNamespaces({ suffix: ["*", "v2"] })).toEqual([["docs", "u1", "v2"]]);
    expect(await store.listNamespaces({ prefix: ["docs"], suffix: ["v1"] })).toEqual([
      ["docs", "u1", "v1"],
      ["docs", "u2", "v1"],
    ]);
    expect(await store.listNamespaces({ prefix: ["docs", "u1", "v1", "*"] })).toEqual([]);
    expect(await store.listNamespaces({ suffix: ["*", "*", "*", "*"] })).toEqual([]);
    expect(await store.listNamespaces({ prefix: ["doc"] })).toEqual([]);
    expect(await store.listNamespaces({ prefix: [] })).toHaveLength(NAMESPACES.length);
  });

  it("are cut to the depth, not left out, and paged after that (PostgresStore)", async () => {
    const store = await openListed();
    const cut = [["*"], ["a"], ["a\u0000"], ["docs"], ["docs-old"], ["users"]];
    expect(await store.listNamespaces({ maxDepth: 1 })).toEqual(cut);
    expect(await store.listNamespaces({ maxDepth: 1, limit: 2, offset: 3 })).toEqual(
      cut.slice(3, 5),
    );
    expect(await store.listNamespaces({ maxDepth: 2, prefix: ["docs"] })).toEqual([
      ["docs"],
      ["docs", "u1"],
      ["docs", "u2"],
    ]);
    expect(await store.listNamespaces({ limit: 0 })).toEqual([]);
    expect(await store.listNamespaces({ offset: 100 })).toEqual([]);
  });

  it("are gone when they are empty (InMemoryStore)", async () => {
    const store = await openListed();
    await store.delete(["docs"], "1");
    expect(await store.listNamespaces({ prefix: ["docs"], maxDepth: 1 })).toEqual([["docs"]]);
    for (const namespace of NAMESPACES) {
      await store.batch(["1", "2"].map((key) => ({ namespace, key, value: null })));
    }
    expect(await store.listNamespaces()).toEqual([]);
  });

  it("are 100, unless a limit says otherwise", async () => {
    const store = await openStore();
    const count = 105;
    await store.batch(
      Array.from({ length: count }, (_, n) => ({ namespace: [`n${n}`], key: "k", value: {} })),
    );
    expect(await store.listNamespaces()).toHaveLength(100);
    expect(await store.listNamespaces({ limit: 1_000 })).toHaveLength(count);
  });

  it("are refused for conditions that are none", async () => {
    const store = await openStore();
    const list = { matchConditions: [{ matchType: "infix", path: ["a"] }], limit: 1, offset: 0 };
    await expect(store.batch([list as never])).rejects.toBeInstanceOf(InvalidInputError);
    await expect(store.listNamespaces({ maxDepth: -1 })).rejects.toThrow("maxDepth must be");
    await expect(store.listNamespaces({ prefix: "docs" as never })).rejects.toMatchObject({
      name: "InvalidNamespaceError",
    });
  });
});
