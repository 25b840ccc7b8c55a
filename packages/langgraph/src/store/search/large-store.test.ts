import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { openStore } from "../__fixtures__/open-store.ts";

const DIMS = 64;
const QUERY = "what";

const LATENT_DIMS = 24;
const vectors = new Map<string, number[]>();
const axes = Array.from({ length: LATENT_DIMS }, (_, index) => toBytes(`axis ${index}`));

/** A direction of each text's own, of which some parts weigh more than others, as in embeddings. */
function toVector(text: string): number[] {
  const known = vectors.get(text);
  if (known) return known;
  const shares = toBytes(text).slice(0, LATENT_DIMS);
  const vector = toBytes(`${text} more`).map((noise, index) =>
    shares.reduce(
      (sum, share, axis) => sum + (share * (axes[axis]?.[index] ?? 0)) / (axis + 1) ** 0.4,
      noise * 10,
    ),
  );
  vectors.set(text, vector);
  return vector;
}

function toBytes(text: string): number[] {
  return [...new Int8Array(createHash("sha512").update(text).digest())];
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** How near the item of a number is to the query. */
function score(n: number): number {
  const [query, vector] = [toVector(QUERY), toVector(`text ${n}`)];
  return dot(query, vector) / Math.sqrt(dot(query, query) * dot(vector, vector));
}

const toItem = (n: number) => ({
  namespace: ["n", `u${n % 3}`],
  key: `k${n}`,
  value: { text: `text ${n}`, n, rare: n % 500 },
});

/** The numbers of the items nearest to the query, by comparing it with each. */
function nearest(count: number, isWanted: (n: number) => boolean): number[] {
  return Array.from({ length: count }, (_, n) => n)
    .filter(isWanted)
    .map((n) => ({ n, score: score(n) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ n }) => n);
}

/** That they are those, but for the order of some that are as near as 16-bit floats can tell. */
function expectSame(found: readonly number[], wanted: readonly number[]): void {
  expect(new Set(found).size).toBe(wanted.length);
  expect(found.map(score)).toEqual(wanted.map((n) => expect.closeTo(score(n), 2.5)));
}

const embed = (texts: string[]) => texts.map(toVector);

it("finds the nearest of many items as of few, with a vector index and without, filtered or not", async () => {
  const store = await openStore({ index: { dims: DIMS, embed, fields: ["text"] } });
  const fill = async (from: number, to: number) =>
    store.batch(Array.from({ length: to - from }, (_, index) => toItem(from + index)));
  const search = async (options: object, prefix = ["n"]) =>
    (await store.search(prefix, { query: QUERY, ...options })).map(({ value }) =>
      Number(value["n"]),
    );

  // From 4,000 rows on there is a vector index, which few rows are not searched by.
  await fill(0, 4_500);
  await store.maintain();
  await fill(4_500, 4_600);
  const all = nearest(4_600, () => true);
  const rare = nearest(4_600, (n) => n % 500 === 7);
  const high = nearest(4_600, (n) => n >= 4_580);
  expectSame(await search({ limit: 50 }), all.slice(0, 50));
  expectSame(await search({ limit: 50, offset: 1_000 }), all.slice(1_000, 1_050));
  expectSame(await search({ filter: { rare: 7 } }), rare);
  expectSame(
    await search({ filter: { n: { $gte: 4_580 } }, limit: 5, offset: 5 }),
    high.slice(5, 10),
  );

  // Above 10,000 the index finds nearly all; below one prefix, or among the few of a filter, all is looked at.
  await fill(4_600, 12_000);
  await store.maintain();
  const found = await search({ limit: 100 });
  const wanted = new Set(nearest(12_000, () => true).slice(0, 100));
  expect(found.filter((n) => wanted.has(n)).length).toBeGreaterThanOrEqual(95);
  expectSame(
    await search({ limit: 20 }, ["n", "u1"]),
    nearest(12_000, (n) => n % 3 === 1).slice(0, 20),
  );
  expectSame(
    await search({ filter: { rare: 499 }, limit: 100 }),
    nearest(12_000, (n) => n % 500 === 499),
  );
  expect(new Set(await search({ limit: 20_000 })).size).toBe(12_000);
  expect(await store.listNamespaces()).toHaveLength(3);
});
