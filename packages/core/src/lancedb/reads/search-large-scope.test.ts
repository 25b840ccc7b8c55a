import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { MemoryStore } from "../../ports/memory-store.ts";
import { cosine as cosineOf } from "../../in-memory/cosine.ts";
import type { Scope } from "../../scope.ts";
import { exactly, newScope, versionRow } from "../../testing/memory-store/rows.ts";
import { createSpreadVectors } from "../__fixtures__/spread-vectors.ts";
import { lanceDBStore } from "../lancedb-store.ts";
import { loadEngine } from "../load-engine.ts";
import { toTableNames } from "../table-names.ts";

const SPACE = { embedder: "suite/large", dimensions: 64 };
const source = createSpreadVectors(SPACE.dimensions, 7);
const large = newScope();
const small = newScope();
/** What stands in the table, by key. */
const stored = new Map<string, { scope: Scope; vector: Float32Array; pinned: boolean }>();
const failures: unknown[] = [];
let uri: string;
let store: MemoryStore;

beforeAll(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
  store = await lanceDBStore({
    uri,
    durability: "os",
    onMaintenanceError: (error) => failures.push(error),
  })(SPACE);
  const others = Array.from({ length: 100 }, newScope);
  for (let batch = 0; batch < 7; batch++) {
    await append(Array.from({ length: 3_000 }, (_, at) => (at % 3 < 2 ? large : others[at % 100])));
  }
  await vi.waitUntil(async () => (await listIndexes()).includes("vector_idx"), 20_000);
  // These are in no index yet.
  await append(Array.from({ length: 60 }, () => small));
  await append(Array.from({ length: 200 }, () => large));
}, 90_000);
afterAll(async () => {
  await store.close();
  await rm(uri, { recursive: true });
});

describe("findNearest in a scope of 14,000 rows among 21,000", () => {
  it("finds at least 98 % of the nearest rows, for several vectors at once", async () => {
    expect(await recallOf(large, { limit: 10 })).toBeGreaterThanOrEqual(0.98);
    expect(await recallOf(large, { limit: 1 })).toBeGreaterThanOrEqual(0.98);
  });

  it("finds as many of the rows that satisfy a condition, when few do", async () => {
    const where = { column: "pinned", equals: true } as const;
    expect(await recallOf(large, { limit: 10, where })).toBeGreaterThanOrEqual(0.98);
  });

  it("tells their cosines, nearest first", async () => {
    const question = source.next();
    const [found = []] = await store.memories.findNearest(exactly(large), [question], { limit: 5 });
    const cosines = found.map(({ cosine }) => cosine);
    expect(cosines).toHaveLength(5);
    expect(cosines).toEqual(cosines.toSorted((a, b) => b - a));
    for (const { row, cosine } of found) {
      expect(cosine).toBeCloseTo(cosineOf(question, vectorOf(row.key)), 2);
    }
  });

  it("finds all that a small scope beside it has, and nobody else's", async () => {
    expect(await recallOf(small, { limit: 10 })).toBe(1);
    const [found = []] = await store.memories.findNearest(exactly(small), [source.next()], {
      limit: 1_000,
    });
    expect(found).toHaveLength(60);
  });

  it("finds rows in their order, of whatever column, where indexes are used", async () => {
    const orderBy = { column: "recordedAt", descending: true } as const;
    const rows = await store.memories.find(exactly(small), { orderBy, limit: 5 });
    const keys = [...stored].flatMap(([key, { scope }]) => (scope === small ? [key] : []));
    expect(rows.map(({ key }) => key)).toEqual(keys.toSorted().slice(0, 5));
  });

  it("built the index without a failure, and goes on writing and compacting with it", async () => {
    for (let commit = 0; commit < 40; commit++) await append([small]);
    expect(await store.memories.count(exactly(small))).toBe(100);
    expect(await recallOf(small, { limit: 10 })).toBe(1);
    expect(failures).toEqual([]);
  });

  it("is one fragment and one index again when it is put in order, and finds as much", async () => {
    const { tables } = await store.maintain();
    expect(tables.memories.before.fragments).toBeGreaterThan(1);
    expect(tables.memories.after).toMatchObject({ fragments: 1, unindexedRows: 0 });
    expect(await listIndexes()).toContain("vector_idx");
    expect(await recallOf(large, { limit: 10 })).toBeGreaterThanOrEqual(0.98);
  });
});

async function append(scopes: readonly (Scope | undefined)[]): Promise<void> {
  const rows = scopes.map((scope = large) => {
    const row = versionRow(scope, { vector: source.next(), pinned: stored.size % 40 === 0 });
    const { key, pinned, vector } = row;
    stored.set(key, { scope, pinned, vector: vector as Float32Array });
    return row;
  });
  await store.memories.append(rows);
}

/** The share of the truly nearest rows that searches find. */
async function recallOf(
  scope: Scope,
  query: { limit: number; where?: { column: "pinned"; equals: boolean } },
): Promise<number> {
  const isMeant = ({ scope: its, pinned }: { scope: Scope; pinned: boolean }) =>
    its === scope && (query.where === undefined || pinned);
  const meant = [...stored].filter(([, row]) => isMeant(row));
  const shares: number[] = [];
  for (let round = 0; round < 5; round++) {
    const questions = Array.from({ length: 5 }, () =>
      source.near(
        meant[Math.floor((shares.length * meant.length) / 25)]?.[1].vector ?? source.next(),
      ),
    );
    const answers = await store.memories.findNearest(exactly(scope), questions, query);
    for (const [index, question] of questions.entries()) {
      const nearest = meant
        .map(([key, { vector }]) => ({ key, cosine: cosineOf(question, vector) }))
        .toSorted((a, b) => b.cosine - a.cosine)
        .slice(0, query.limit);
      const found = new Set(answers[index]?.map(({ row }) => row.key));
      shares.push(nearest.filter(({ key }) => found.has(key)).length / nearest.length);
    }
  }
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function vectorOf(key: string): Float32Array {
  return stored.get(key)?.vector ?? new Float32Array(SPACE.dimensions);
}

async function listIndexes(): Promise<string[]> {
  const { lancedb } = await loadEngine();
  const connection = await lancedb.connect(uri);
  const indices = await (await connection.openTable(toTableNames(SPACE).memories)).listIndices();
  connection.close();
  return indices.map(({ name }) => name);
}
