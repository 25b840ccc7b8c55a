import { type BaseStore, InMemoryStore, type Operation } from "@langchain/langgraph-checkpoint";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openStore } from "./__fixtures__/open-store.ts";
import {
  DIMS,
  similarity,
  toVector,
  WordEmbeddings,
  WORDS,
} from "./__fixtures__/word-embeddings.ts";
import { isMatch } from "./filters/is-match.ts";
import { readFilter } from "./filters/read-filter.ts";
import type { LanceDBStore } from "./lancedb-store.ts";

interface Value {
  readonly texts: readonly string[];
  readonly n: number | string | null;
}
interface Write {
  readonly namespace: string[];
  readonly key: string;
  readonly value: Value | null;
}
interface SearchFor {
  readonly prefix: string[];
  readonly query: string | undefined;
  readonly filter: Record<string, unknown>;
}

const label = fc.constantFrom("a", "ab", "b", "a,", '"');
const labels = fc.array(label, { minLength: 1, maxLength: 3 });
const word = fc.constantFrom(...WORDS.slice(0, 4), "nothing");
const text = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(" "));
const scalar = fc.constantFrom(0, 1, 2, "1", "x", null);
const write: fc.Arbitrary<Write> = fc.record({
  namespace: labels,
  key: fc.constantFrom("1", "2", "3"),
  value: fc.option(fc.record({ texts: fc.array(text, { maxLength: 3 }), n: scalar }), { freq: 5 }),
});
const searchFor: fc.Arbitrary<SearchFor> = fc.record({
  prefix: fc.array(label, { maxLength: 2 }),
  // Of one word: two different vectors are equally near to it only where rounding keeps them so.
  query: fc.option(word, { nil: undefined }),
  filter: fc.oneof(
    fc.constant({}),
    fc.record({ n: scalar }),
    fc.record({ n: fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }) }),
    fc.record({ n: fc.oneof(fc.record({ $ne: scalar }), fc.record({ $gte: fc.nat(2) })) }),
  ),
});

/** The items that writes leave, by key, in the order of their creation. */
function play(batches: readonly (readonly Write[])[]): Map<string, Write & { value: Value }> {
  const items = new Map<string, Write & { value: Value }>();
  for (const batch of batches) {
    const last = new Map(batch.map((one) => [JSON.stringify([one.namespace, one.key]), one]));
    for (const [id, { value, ...rest }] of last) {
      if (value === null) items.delete(id);
      else items.set(id, { ...rest, value });
    }
  }
  return items;
}

/** What a search gives, all pages of it, by the words of its specification. */
function expected(items: Iterable<Write & { value: Value }>, search: SearchFor) {
  const score = ({ value: { texts } }: { value: Value }) => {
    const { query } = search;
    if (query === undefined || texts.length === 0) return undefined;
    return Math.max(...texts.map((one) => similarity(query, one)));
  };
  return [...items]
    .filter(
      ({ namespace, value }) =>
        search.prefix.every((one, index) => namespace[index] === one) &&
        isMatch(value, readFilter(search.filter)),
    )
    .map((item) => ({ item, score: score(item) }))
    .toSorted((a, b) => {
      const difference = (b.score ?? -2) - (a.score ?? -2);
      return Math.abs(difference) < 1e-9 ? 0 : difference;
    });
}

async function readPages(store: LanceDBStore, search: SearchFor, root: string, limit: number) {
  const pages = [];
  for (let offset = 0; ; offset += limit) {
    const { prefix, query, filter } = search;
    const options = { filter, limit, offset, ...(query !== undefined && { query }) };
    const page = await store.search([root, ...prefix], options);
    pages.push(...page);
    if (page.length < limit) return pages;
  }
}

describe("whatever is written and asked", () => {
  it("the store finds what a plain model finds, page by page", async () => {
    const embeddings = new WordEmbeddings();
    const index = { dims: DIMS, embeddings, fields: ["texts[*]"] };
    const store = await openStore({ index });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(write, { minLength: 1, maxLength: 8 }), { maxLength: 3 }),
        fc.array(searchFor, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 6 }),
        async (batches, searches, limit) => {
          const root = `run${run++}`;
          for (const batch of batches) {
            await store.batch(
              batch.map((one) => ({ ...one, namespace: [root, ...one.namespace] })) as Operation[],
            );
          }
          const items = play(batches);
          for (const search of searches) {
            const found = await readPages(store, search, root, limit);
            const wanted = expected(items.values(), search);
            expect(found.map(({ score }) => score)).toEqual(
              wanted.map(({ score }) =>
                score === undefined ? undefined : expect.closeTo(score, 2),
              ),
            );
            expect(idsOf(found)).toEqual(
              idsOf(wanted.map(({ item }) => ({ ...item, namespace: [root, ...item.namespace] }))),
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("the store finds what InMemoryStore finds, where that is right", async () => {
    // Until 1.1.5 its prefixes cross labels, so none of these begins with another.
    const plain = fc.constantFrom("a", "b", "c");
    const namespaces = fc.array(plain, { minLength: 1, maxLength: 3 });
    const store = await openStore({
      index: { dims: DIMS, embed: (texts) => texts.map(toVector), fields: ["text"] },
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({ namespace: namespaces, text: fc.constantFrom(...WORDS), n: fc.nat(2) }),
          { maxLength: 8, selector: (one) => one.namespace.join(":") },
        ),
        fc.array(plain, { maxLength: 2 }),
        fc.record({ n: fc.record({ $lte: fc.nat(2) }) }),
        async (values, prefix, filter) => {
          const root = `run${run++}`;
          const model: BaseStore = new InMemoryStore();
          const puts = values.map(({ namespace, ...value }) => ({
            namespace: [root, ...namespace],
            key: "k",
            value,
          }));
          await Promise.all([store.batch(puts), model.batch(puts)]);
          for (const options of [{ limit: 3 }, { limit: 3, offset: 2 }, { filter }]) {
            const [ours, theirs] = await Promise.all(
              [store, model].map((each) => each.search([root, ...prefix], options)),
            );
            expect(ours?.map(({ namespace, value }) => ({ namespace, value }))).toEqual(
              theirs?.map(({ namespace, value }) => ({ namespace, value })),
            );
          }
          for (const options of [{ maxDepth: 2 }, { suffix: ["a"] }, { limit: 2, offset: 1 }]) {
            const [ours, theirs] = await Promise.all(
              [store, model].map((each) =>
                each.listNamespaces({ prefix: [root, ...prefix], ...options }),
              ),
            );
            expect(ours).toEqual(theirs);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

const idsOf = (items: readonly { namespace: string[]; key: string }[]) =>
  items.map(({ namespace, key }) => JSON.stringify([namespace, key]));
