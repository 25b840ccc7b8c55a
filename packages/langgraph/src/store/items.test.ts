import { InvalidNamespaceError } from "@langchain/langgraph-checkpoint";
import { InvalidInputError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { openStore } from "./__fixtures__/open-store.ts";
import { setClock } from "./__fixtures__/set-clock.ts";

const ODD_KEYS = [
  "",
  " ",
  ".",
  "a.b",
  "a:b",
  "a/b",
  "../..",
  "%",
  "_",
  "'",
  "''; DROP TABLE lg_store; --",
  '"',
  "\\",
  "*",
  "@",
  "line\nbreak",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "\uDC00",
  "😀",
  "__proto__",
  "x".repeat(5_000),
];
const ODD_LABELS = ODD_KEYS.filter((label) => label !== "" && !label.includes("."));

describe("items", () => {
  it("are found under their namespace and key, and nowhere else", async () => {
    const store = await openStore();
    await store.put(["users", "alice"], "prefs", { theme: "dark", nested: { list: [1, null] } });
    const item = await store.get(["users", "alice"], "prefs");
    expect(item).toEqual({
      value: { theme: "dark", nested: { list: [1, null] } },
      key: "prefs",
      namespace: ["users", "alice"],
      createdAt: expect.any(Date),
      updatedAt: item?.createdAt,
    });
    expect(await store.get(["users", "alice"], "other")).toBeNull();
    expect(await store.get(["users"], "prefs")).toBeNull();
    expect(await store.get([], "prefs")).toBeNull();
    expect(await store.get(["users", "alice", "prefs"], "")).toBeNull();
  });

  it("keep any key", async () => {
    const store = await openStore();
    await store.batch(
      ODD_KEYS.map((key, index) => ({ namespace: ["odd"], key, value: { index } })),
    );
    const items = await store.batch(ODD_KEYS.map((key) => ({ namespace: ["odd"], key })));
    expect(items).toEqual(
      ODD_KEYS.map((key, index) => expect.objectContaining({ key, value: { index } })),
    );
    const found = await store.search(["odd"], { limit: 100 });
    expect(found.map(({ key }) => key)).toEqual(ODD_KEYS);
    for (const key of ODD_KEYS) await store.delete(["odd"], key);
    expect(await store.search([])).toEqual([]);
  });

  it("keep any label without a period", async () => {
    const store = await openStore();
    await store.batch(
      ODD_LABELS.map((label) => ({ namespace: ["odd", label], key: "k", value: { label } })),
    );
    for (const label of ODD_LABELS) {
      const found = await store.search(["odd", label]);
      expect(found.map(({ value, namespace }) => [value, namespace])).toEqual([
        [{ label }, ["odd", label]],
      ]);
      expect((await store.get(["odd", label], "k"))?.value).toEqual({ label });
    }
    const listed = await store.listNamespaces({ prefix: ["odd"], limit: 100 });
    expect(listed.map(([, label = ""]) => label).toSorted()).toEqual(ODD_LABELS.toSorted());
    for (const label of ODD_LABELS) await store.delete(["odd", label], "k");
    expect(await store.listNamespaces()).toEqual([]);
  });

  it("keep apart namespaces that read alike when they are joined (InMemoryStore)", async () => {
    const store = await openStore();
    const alike = [["a", "b"], ["a:b"], ["a/b"], ['a","b'], ["a,b"], ['a"', '"b'], ["ab"]];
    for (const namespace of alike) await store.put(namespace, "k", { namespace });
    for (const namespace of alike) {
      expect((await store.get(namespace, "k"))?.value).toEqual({ namespace });
      expect(await store.search(namespace)).toHaveLength(1);
    }
  });

  it("are what JSON makes of them, word for word", async () => {
    const store = await openStore();
    const value = {
      text: " \uFEFFtwo  spaces\n\u0000'\"\\\uD800 ",
      number: 1e21,
      empty: { "": [] },
      dotted: { "a.b": { $gt: 1 } },
      date: new Date(0),
      absent: undefined,
      ["__proto__"]: { own: true },
    };
    await store.put(["v"], "k", value);
    const stored = (await store.get(["v"], "k"))?.value;
    expect(JSON.stringify(stored)).toBe(JSON.stringify(value));
    const large = { text: "é".repeat(1_000_000) };
    await store.put(["v"], "large", large);
    expect((await store.get(["v"], "large"))?.value).toEqual(large);
  });

  it("are nobody's live objects (InMemoryStore)", async () => {
    const store = await openStore();
    const namespace = ["live"];
    const value = { list: [1] };
    const putting = store.put(namespace, "k", value);
    value.list.push(2);
    namespace.push("changed");
    await putting;
    const first = await store.get(["live"], "k");
    first?.value["list"].push(3);
    first?.namespace.push("changed");
    first?.createdAt.setTime(0);
    const [again, once, twice] = await store.batch([
      { namespacePrefix: [] },
      { namespace: ["live"], key: "k" },
      { namespace: ["live"], key: "k" },
    ]);
    expect(once).toMatchObject({ value: { list: [1] }, namespace: ["live"] });
    expect(again).toMatchObject([{ value: { list: [1] }, namespace: ["live"] }]);
    expect(once).toEqual(twice);
    expect(once).not.toBe(twice);
  });

  it("keep the date of their creation over updates, and get a new one after a deletion", async () => {
    const store = await openStore();
    setClock("2026-01-01");
    await store.put(["d"], "k", { n: 1 });
    setClock("2026-01-02");
    await store.put(["d"], "k", { n: 2 });
    expect(await store.get(["d"], "k")).toMatchObject({
      value: { n: 2 },
      createdAt: new Date("2026-01-01"),
      updatedAt: new Date("2026-01-02"),
    });
    await store.delete(["d"], "k");
    await store.delete(["d"], "k");
    expect(await store.get(["d"], "k")).toBeNull();
    setClock("2026-01-03");
    await store.put(["d"], "k", { n: 3 });
    expect(await store.get(["d"], "k")).toMatchObject({
      createdAt: new Date("2026-01-03"),
      updatedAt: new Date("2026-01-03"),
    });
  });
});

describe("a namespace that nothing may be put into", () => {
  const refused: [namespace: unknown, message: string][] = [
    [[], "Namespace cannot be empty."],
    [["a", ""], "cannot be empty strings"],
    [["alice@example.com"], "cannot contain periods ('.')"],
    [["a", 1], "must be strings, but got number"],
    ["abc", "must be an array of strings"],
    [undefined, "must be an array of strings"],
  ];

  it.each(refused)("%j is refused by put and by batch", async (namespace, message) => {
    const store = await openStore();
    const expected = expect.objectContaining({
      name: "InvalidNamespaceError",
      message: expect.stringContaining(message),
    });
    const invalid = namespace as string[];
    await expect(store.put(invalid, "k", {})).rejects.toEqual(expected);
    const batch = store.batch([
      { namespace: ["fine"], key: "k", value: {} },
      { namespace: invalid, key: "k", value: {} },
    ]);
    await expect(batch).rejects.toEqual(expected);
    await expect(batch).rejects.toBeInstanceOf(InvalidNamespaceError);
    expect(await store.search([])).toEqual([]);
  });

  it("is the root langgraph for an application, but not for LangGraph, which writes by batch", async () => {
    const store = await openStore();
    await expect(store.put(["langgraph", "x"], "k", {})).rejects.toThrow(
      'Root label for namespace cannot be "langgraph"',
    );
    await store.put(["x", "langgraph"], "k", {});
    await store.batch([{ namespace: ["langgraph", "x"], key: "k", value: { n: 1 } }]);
    expect((await store.get(["langgraph", "x"], "k"))?.value).toEqual({ n: 1 });
  });

  it("is found empty rather than refused", async () => {
    const store = await openStore();
    await store.put(["a"], "k", {});
    for (const namespace of [["a.b"], [""], ["a", ""]]) {
      expect(await store.get(namespace, "k")).toBeNull();
      expect(await store.search(namespace)).toEqual([]);
      await store.delete(namespace, "k");
    }
    expect(await store.search([])).toHaveLength(1);
  });
});

describe("what is no item", () => {
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;

  it.each([
    ["a value that is missing", "k", undefined, "value"],
    ["a list", "k", [1], "value"],
    ["a text", "k", "text", "value"],
    ["a date", "k", new Date(), "value"],
    ["a circle", "k", circular, "value"],
    ["a bigint", "k", { n: 1n }, "value"],
    ["a key that is no string", 1, {}, "key"],
  ])("is refused before anything is written: %s", async (_name, key, value, parameter) => {
    const store = await openStore();
    const batch = store.batch([
      { namespace: ["fine"], key: "k", value: {} },
      { namespace: ["a"], key: key as string, value: value as object },
    ]);
    await expect(batch).rejects.toBeInstanceOf(InvalidInputError);
    await expect(batch).rejects.toMatchObject({ parameter });
    expect(await store.search([])).toEqual([]);
  });
});
