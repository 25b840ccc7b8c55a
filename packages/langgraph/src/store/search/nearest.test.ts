import { EmbeddingError } from "@palimpsest/core/adapter";
import { InvalidInputError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { newFolder, openStore } from "../__fixtures__/open-store.ts";
import { DIMS, similarity, toVector, WordEmbeddings } from "../__fixtures__/word-embeddings.ts";

type Found = readonly { key: string; score?: number }[];
const keysOf = (items: Found) => items.map(({ key }) => key);
const scoresOf = (items: Found) => items.map(({ score }) => score);

const opposite = (text: string) => toVector(text).map((number) => -number);
const embedNumbers = (texts: string[]) =>
  texts.map((text) => toVector("cat dog").map((number) => number * Number(text)));
const failToEmbed = () => Promise.reject(new Error("no quota"));

async function openIndexed({ fields, uri }: { fields?: string[]; uri?: string } = {}) {
  const embeddings = new WordEmbeddings();
  const index = { dims: DIMS, embeddings, ...(fields && { fields }) };
  return { embeddings, store: await openStore({ index, ...(uri && { uri }) }) };
}

describe("a search with a query", () => {
  it("gives the nearest first, each item once with its best vector, then those without (PostgresStore)", async () => {
    const { store } = await openIndexed({ fields: ["texts[*]"] });
    await store.put(["a"], "dog", { texts: ["dog", "dog dog cat", "rain"] });
    await store.put(["a"], "none", { other: 1 });
    await store.put(["a"], "cat", { texts: ["snow", "cat"] });
    await store.put(["a"], "tea", { texts: ["tea"] });
    const found = await store.search(["a"], { query: "cat" });
    expect(keysOf(found)).toEqual(["cat", "dog", "tea", "none"]);
    expect(scoresOf(found)).toEqual([
      expect.closeTo(1, 3),
      expect.closeTo(similarity("cat", "dog dog cat"), 3),
      expect.closeTo(0, 3),
      undefined,
    ]);
    expect(found[0]).toMatchObject({ value: { texts: ["snow", "cat"] }, namespace: ["a"] });
    expect("score" in (found[3] ?? {})).toBe(false);
  });

  it("pages through the whole sequence, those without vectors included, and repeats none (InMemoryStore)", async () => {
    const { store } = await openIndexed({ fields: ["text"] });
    const texts = ["cat", "cat dog", "dog", "cat", undefined, "cat cat dog", undefined, "tea"];
    await store.batch(
      texts.map((text, n) => ({ namespace: ["a"], key: `k${n}`, value: { text, n } })),
    );
    const whole = await store.search(["a"], { query: "cat", limit: 100 });
    expect(keysOf(whole)).toEqual(["k0", "k3", "k5", "k1", "k2", "k7", "k4", "k6"]);
    for (const limit of [1, 2, 3, 5]) {
      const pages = await store.batch(
        [0, 1, 2, 3, 4, 5, 6, 7, 8].map((page) => ({
          namespacePrefix: ["a"],
          query: "cat",
          limit,
          offset: page * limit,
        })),
      );
      expect(pages.flat()).toEqual(whole);
    }
  });

  it("pages through one order, too, when it has no direction", async () => {
    const { store } = await openIndexed({ fields: ["text"] });
    const texts = ["cat", "nothing", "dog", undefined, "nothing", "cat"];
    for (const [n, text] of texts.entries()) await store.put(["a"], `k${n}`, { text });
    const pages = await Promise.all(
      texts.map(async (_, offset) => store.search(["a"], { query: "nothing", limit: 1, offset })),
    );
    expect(keysOf(pages.flat())).toEqual(["k0", "k1", "k2", "k4", "k5", "k3"]);
  });

  it("keeps equally near items in one order over all pages", async () => {
    const { store } = await openIndexed({ fields: ["text"] });
    const keys = Array.from({ length: 250 }, (_, n) => `k${n}`);
    await store.batch(
      keys.map((key) => ({ namespace: ["a"], key, value: { text: "cat dog", key } })),
    );
    // What was changed lies elsewhere in the table.
    for (const key of ["k0", "k7", "k120"]) await store.put(["a"], key, { text: "dog cat", key });
    const pages = await Promise.all(
      [0, 50, 100, 150, 200].map(async (offset) =>
        store.search(["a"], { query: "cat", limit: 50, offset }),
      ),
    );
    expect(keysOf(pages.flat())).toEqual(keys);
  });

  it("filters before it limits: a match that is far away is found (MongoDBStore)", async () => {
    const { store } = await openIndexed({ fields: ["text"] });
    await store.batch(
      Array.from({ length: 300 }, (_, n) => ({
        namespace: ["a"],
        key: `k${n}`,
        value: { text: n < 298 ? "cat" : "dog cat cat dog dog", n, kind: n < 298 ? "near" : "far" },
      })),
    );
    for (const filter of [
      { kind: "far" },
      { n: { $gte: 298 } },
      { n: { $gt: 297 }, kind: "far" },
    ]) {
      const found = await store.search(["a"], { query: "cat", filter, limit: 2 });
      expect(keysOf(found)).toEqual(["k298", "k299"]);
    }
    expect(await store.search(["b"], { query: "cat" })).toEqual([]);
  });

  it("forgets the vectors of former values, and of deleted items (InMemoryStore)", async () => {
    const { store } = await openIndexed({ fields: ["texts[*]"] });
    await store.put(["a"], "k", { texts: ["cat", "dog", "fish"] });
    await store.put(["a"], "k", { texts: ["tea", "rain"] });
    for (const query of ["cat", "dog", "fish"]) {
      expect(scoresOf(await store.search(["a"], { query }))).toEqual([expect.closeTo(0, 3)]);
    }
    expect((await store.describe()).rows).toBe(2);
    await store.put(["a"], "k", { texts: [] });
    expect(scoresOf(await store.search(["a"], { query: "tea" }))).toEqual([undefined]);
    await store.put(["a"], "k", { texts: ["tea", "cat"] });
    await store.put(["a"], "k", { texts: ["tea", "cat"] }, false);
    expect(scoresOf(await store.search(["a"], { query: "tea" }))).toEqual([undefined]);
    await store.put(["a"], "k", { texts: ["tea", "cat"] });
    await store.delete(["a"], "k");
    expect(await store.search(["a"], { query: "tea" })).toEqual([]);
    await store.put(["a"], "k", { texts: [] });
    expect(scoresOf(await store.search(["a"], { query: "tea" }))).toEqual([undefined]);
    expect((await store.describe()).rows).toBe(1);
  });

  it("forgets vectors, too, when a store without an index writes the item", async () => {
    const uri = await newFolder();
    const { store } = await openIndexed({ uri });
    await store.put(["a"], "k", { text: "cat" });
    const plain = await openStore({ uri });
    await plain.put(["a"], "k", { text: "cat" });
    expect(scoresOf(await store.search(["a"], { query: "cat" }))).toEqual([undefined]);
  });

  it("gives a vector of zeros the similarity 0, in its place, and never NaN", async () => {
    const { store } = await openIndexed({ fields: ["texts[*]"] });
    await store.put(["a"], "zero", { texts: ["nothing"] });
    await store.put(["a"], "cat", { texts: ["cat"] });
    await store.put(["a"], "both", { texts: ["nothing", "dog cat"] });
    await store.put(["a"], "none", {});
    const found = await store.search(["a"], { query: "cat" });
    expect(keysOf(found)).toEqual(["cat", "both", "zero", "none"]);
    expect(scoresOf(found)).toEqual([
      expect.closeTo(1, 3),
      expect.closeTo(Math.SQRT1_2, 3),
      0,
      undefined,
    ]);
    const away = await openStore({
      uri: (await store.describe()).uri,
      index: { dims: DIMS, embed: (texts) => texts.map(opposite) },
    });
    const farthest = await away.search(["a"], { query: "cat" });
    expect(keysOf(farthest)).toEqual(["zero", "both", "cat", "none"]);
    expect(scoresOf(farthest)).toEqual([0, 0, expect.closeTo(-1, 3), undefined]);
    expect(keysOf(await away.search(["a"], { query: "cat", limit: 1, offset: 2 }))).toEqual([
      "cat",
    ]);
    const nowhere = await store.search(["a"], { query: "nothing" });
    expect(scoresOf(nowhere)).toEqual([0, 0, 0, undefined]);
    expect(nowhere.at(-1)?.key).toBe("none");
    expect(
      await store.search(["a"], { query: "nothing", filter: { texts: ["cat"] } }),
    ).toMatchObject([{ key: "cat", score: 0 }]);
  });

  it("has scores from -1 to 1, whatever the lengths of the vectors", async () => {
    const store = await openStore({ index: { dims: DIMS, embed: embedNumbers, fields: ["text"] } });
    for (const text of ["1e-300", "1e-7", "1", "1e30", "1e300"]) {
      await store.put(["a"], text, { text });
      await store.put(["a"], `-${text}`, { text: `-${text}` });
    }
    const scores = scoresOf(await store.search(["a"], { query: "1e200" }));
    expect(scores.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => expect.closeTo(1, 3)));
    expect(scores.slice(5)).toEqual(Array.from({ length: 5 }, () => expect.closeTo(-1, 3)));
    expect(scores.every((score = 0) => score >= -1 && score <= 1)).toBe(true);
  });

  it("asks no embedder for an empty text, or for the limit 0", async () => {
    const { store, embeddings } = await openIndexed();
    await store.put(["a"], "k", { text: "cat" });
    expect(scoresOf(await store.search(["a"], { query: "" }))).toEqual([undefined]);
    expect(await store.search(["a"], { query: "cat", limit: 0 })).toEqual([]);
    expect(embeddings.queries).toEqual([]);
  });
});

describe("what is embedded", () => {
  it("is the whole value, unless fields say otherwise, of the store or of the put", async () => {
    const whole = await openIndexed();
    await whole.store.put(["a"], "k", { text: "cat" });
    expect(whole.embeddings.documents).toEqual([[JSON.stringify({ text: "cat" }, null, 2)]]);

    const { store, embeddings } = await openIndexed({ fields: ["title", "parts[*].text"] });
    const value = { title: "cat", parts: [{ text: "dog" }, { text: "tea" }], note: "fish" };
    await store.put(["a"], "default", value);
    await store.put(["a"], "note", value, ["note"]);
    await store.put(["a"], "nothing", value, false);
    await store.put(["a"], "empty", value, []);
    await store.put(["a"], "missing", value, ["missing"]);
    expect(embeddings.documents).toEqual([["cat", "dog", "tea"], ["fish"]]);
    const found = await store.search(["a"], { query: "fish" });
    expect(keysOf(found)).toEqual(["note", "default", "nothing", "empty", "missing"]);
    expect(scoresOf(found).slice(2)).toEqual([undefined, undefined, undefined]);
  });

  it("goes out in one call for a batch, equal texts once, each query once, and for nothing else", async () => {
    const { store, embeddings } = await openIndexed({ fields: ["text"] });
    const search = { namespacePrefix: ["a"], query: "cat" };
    await store.batch([
      { namespace: ["a"], key: "1", value: { text: "cat" } },
      search,
      { namespace: ["a"], key: "2", value: { text: "dog" } },
      { namespace: ["a"], key: "3", value: { text: "cat" } },
      { namespace: ["a"], key: "4", value: { text: "collapsed" } },
      { namespace: ["a"], key: "4", value: { text: "tea" } },
      { ...search, limit: 1 },
      { ...search, query: "dog" },
    ]);
    expect(embeddings.documents).toEqual([["cat", "dog", "tea"]]);
    expect(embeddings.queries).toEqual(["cat", "dog"]);
    await store.get(["a"], "1");
    await store.search(["a"]);
    await store.delete(["a"], "1");
    await store.listNamespaces();
    await store.put(["a"], "5", { text: "fish" }, false);
    expect([embeddings.documents.length, embeddings.queries.length]).toEqual([1, 2]);
  });

  it.each<[name: string, embed: (texts: string[]) => number[][] | Promise<number[][]>]>([
    ["a function", (texts) => texts.map(toVector)],
    ["an async function", async (texts) => texts.map(toVector)],
  ])("may be embedded by %s under either name (InMemoryStore)", async (_name, embed) => {
    for (const name of ["embed", "embeddings"]) {
      const store = await openStore({ index: { dims: DIMS, [name]: embed } });
      await store.put(["a"], "dog", { text: "dog" });
      await store.put(["a"], "cat", { text: "cat" });
      const found = await store.search(["a"], { query: "cat" });
      expect(keysOf(found)).toEqual(["cat", "dog"]);
    }
  });

  it("leaves nothing written when the embedder fails", async () => {
    const store = await openStore({ index: { dims: DIMS, embed: failToEmbed } });
    const batch = store.batch([
      { namespace: ["a"], key: "1", value: {}, index: false },
      { namespace: ["a"], key: "2", value: { text: "cat" } },
    ]);
    await expect(batch).rejects.toThrow("no quota");
    await expect(store.search(["a"], { query: "cat" })).rejects.toThrow("no quota");
    expect(await store.search([])).toEqual([]);
    await store.put(["a"], "1", {}, false);
    expect(await store.search([])).toHaveLength(1);
  });

  it.each<[name: string, embed: (texts: string[]) => unknown]>([
    ["too few vectors", () => []],
    ["too many vectors", (texts) => [...texts, ""].map(toVector)],
    ["no vectors", () => undefined],
    ["short vectors", (texts) => texts.map(() => [1])],
    ["no vector among them", (texts) => texts.map(() => undefined)],
    ["numbers that are none", (texts) => texts.map(() => toVector("").fill(Number.NaN))],
    ["numbers without end", (texts) => texts.map(() => toVector("").fill(Infinity))],
  ])("must become vectors of dims numbers, one for each text: %s", async (_name, embed) => {
    const store = await openStore({
      index: { dims: DIMS, embed: embed as (texts: string[]) => number[][] },
    });
    await expect(store.put(["a"], "k", { a: 1 })).rejects.toBeInstanceOf(EmbeddingError);
    await expect(store.search(["a"], { query: "cat" })).rejects.toBeInstanceOf(EmbeddingError);
    expect(await store.search([])).toEqual([]);
  });

  it("is refused before anything is written when its path is none", async () => {
    const { store } = await openIndexed();
    const batch = store.batch([
      { namespace: ["a"], key: "1", value: {} },
      { namespace: ["a"], key: "2", value: {}, index: ["a["] },
    ]);
    await expect(batch).rejects.toBeInstanceOf(InvalidInputError);
    await expect(store.put(["a"], "1", {}, "title" as never)).rejects.toThrow("index must be");
    expect(await store.search([])).toEqual([]);
  });
});
