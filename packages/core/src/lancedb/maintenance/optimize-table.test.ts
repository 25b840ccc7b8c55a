import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Table } from "@lancedb/lancedb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MemoryStore } from "../../ports/memory-store.ts";
import type { Scope } from "../../scope.ts";
import { exactly, newScope, SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { lanceDBStore } from "../lancedb-store.ts";
import { loadEngine } from "../load-engine.ts";
import { toTableNames } from "../table-names.ts";

const EAST = [1, 0, 0, 0, 0, 0, 0, 0];

let uri: string;
let failures: unknown[];
beforeEach(async () => {
  uri = await mkdtemp(join(tmpdir(), "palimpsest-"));
  failures = [];
});
afterEach(async () => {
  await rm(uri, { recursive: true });
});

describe("a table of LanceDB", () => {
  it("stays compact over 200 commits, while reads go on", async () => {
    const store = await open();
    const scope = newScope();
    const progress = { heads: 0 };
    const write = async () => {
      for (; progress.heads < 100; progress.heads++) await writeAndContinue(store, scope);
    };
    const read = async () => {
      while (progress.heads < 100) {
        const atLeast = progress.heads;
        const counts = await countHeads(store, scope);
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(atLeast);
      }
    };
    await Promise.all([write(), read(), read()]);
    expect(await countHeads(store, scope)).toEqual([100, 100, 100]);
    await store.close();
    const { fragmentStats, numRows } = await (await openTable()).stats();
    expect(numRows).toBe(200);
    expect(fragmentStats.numFragments).toBeLessThan(200 - 32);
    expect(failures).toEqual([]);
  });

  it("gets indexes when it is large enough, and finds the same with them", async () => {
    const store = await open();
    const scope = newScope();
    expect(await listIndexes()).toEqual(["terms_idx"]);
    await store.memories.append(Array.from({ length: 1_000 }, () => versionRow(newScope())));
    for (let heads = 0; heads < 15; heads++) await writeAndContinue(store, scope);
    await store.close();
    const indexes = ["version_id", "scope", "user_id", "lineage", "memory_id", "status", "terms"];
    expect(await listIndexes()).toEqual(indexes.map((name) => `${name}_idx`).toSorted());
    const again = await open();
    expect(await countHeads(again, scope)).toEqual([15, 15, 15]);
    await writeAndContinue(again, scope);
    expect(await countHeads(again, scope)).toEqual([16, 16, 16]);
    await again.close();
    expect(failures).toEqual([]);
  });
});

async function open(): Promise<MemoryStore> {
  return lanceDBStore({ uri, onMaintenanceError: (error) => failures.push(error) })(SPACE);
}

async function openTable(): Promise<Table> {
  const { lancedb } = await loadEngine();
  const connection = await lancedb.connect(uri);
  return connection.openTable(toTableNames(SPACE).memories);
}

async function listIndexes(): Promise<string[]> {
  const indexes = await (await openTable()).listIndices();
  return indexes.map(({ name }) => name).toSorted();
}

/** Two commits: a head, and its successor in the same lineage. */
async function writeAndContinue({ memories }: MemoryStore, scope: Scope): Promise<void> {
  const row = versionRow(scope);
  const next = versionRow(scope, { lineage: row.lineage, slot: 2 });
  await memories.append([row]);
  await memories.merge([{ ...row, revision: 2, supersededAt: new Date(0) }, next]);
}

/** How many heads there are, by every way to find them. */
async function countHeads({ memories }: MemoryStore, scope: Scope): Promise<number[]> {
  const where = { column: "supersededAt", isAbsent: true } as const;
  const query = { where, limit: 1_000 };
  const [nearest = []] = await memories.findNearest(exactly(scope), [EAST], query);
  const [byTerms = []] = await memories.findByTerms(exactly(scope), [["likes"]], query);
  const found = await memories.find(exactly(scope), { where });
  return [found.length, nearest.length, byTerms.length];
}
