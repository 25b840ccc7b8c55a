import { describe, expect, it } from "vitest";
import { StoreError } from "../../errors.ts";
import type { MemoryStore } from "../../ports/memory-store.ts";
import type { VersionRow } from "../../ports/stored-rows.ts";
import { decisionRow, episodeRow, exactly, newScope, versionRow } from "./rows.ts";

/** Rows are written once, on their conditions, and together. */
export function describeWrites(store: () => MemoryStore): void {
  describe("append", () => {
    it("loses none of many calls at once", async () => {
      const scope = newScope();
      const calls = Array.from({ length: 60 }, () => [decisionRow(scope), decisionRow(scope)]);
      await Promise.all(calls.map((rows) => store().decisions.append(rows)));
      const found = await store().decisions.find(exactly(scope));
      expect(found.map(({ key }) => key).toSorted()).toEqual(
        calls
          .flat()
          .map(({ key }) => key)
          .toSorted(),
      );
    });

    it("shows the rows of one call all at once", async () => {
      const scope = newScope();
      const rows = Array.from({ length: 300 }, () => decisionRow(scope));
      const counts: number[] = [];
      const write = store().decisions.append(rows);
      for (let read = 0; read < 20; read++) {
        counts.push(await store().decisions.count(exactly(scope)));
      }
      await write;
      counts.push(await store().decisions.count(exactly(scope)));
      expect(counts.filter((count) => count !== 0 && count !== 300)).toEqual([]);
      expect(counts.at(-1)).toBe(300);
    });

    it("takes nothing for nothing", async () => {
      await expect(store().memories.append([])).resolves.toBeUndefined();
      await expect(store().memories.merge([])).resolves.toEqual({ refused: [] });
    });

    it("refuses rows that are incomplete or of wrong types, whole calls at a time", async () => {
      const scope = newScope();
      const wrong = [
        { text: undefined },
        { text: 1 },
        { entities: ["a", 1] },
        { pinned: "yes" },
        { importance: 1.5 },
        { importance: 2 ** 31 },
        { validFrom: new Date(Number.NaN) },
        { validFrom: "2026-01-01" },
        { vector: undefined },
        { vector: [1, 0] },
        { vector: [1, 0, 0, 0, 0, 0, 0, 0, 0] },
        { vector: [Number.NaN, 0, 0, 0, 0, 0, 0, 1] },
        { vector: [Number.POSITIVE_INFINITY, 0, 0, 0, 0, 0, 0, 1] },
        { vector: [0, 0, 0, 0, 0, 0, 0, 0] },
      ];
      for (const values of wrong) {
        const rows = [versionRow(scope), versionRow(scope, values as Partial<VersionRow>)];
        await expect(store().memories.append(rows)).rejects.toThrow(StoreError);
        await expect(store().memories.merge(rows)).rejects.toThrow(StoreError);
      }
      const twin = versionRow(scope);
      await expect(store().memories.append([twin, twin])).rejects.toThrow(StoreError);
      await expect(store().memories.merge([twin, twin])).rejects.toThrow(StoreError);
      expect(await store().memories.count(exactly(scope))).toBe(0);
    });
  });

  describe("merge", () => {
    it("inserts a key once", async () => {
      const scope = newScope();
      const first = episodeRow(scope);
      const second = { ...first, messages: "[]" };
      expect(await store().episodes.merge([first])).toEqual({ refused: [] });
      expect(await store().episodes.merge([second])).toEqual({ refused: [first.key] });
      expect(await store().episodes.find(exactly(scope))).toEqual([first]);
    });

    it("replaces the revision before, and no other", async () => {
      const scope = newScope();
      const row = episodeRow(scope);
      const at = (revision: number) => ({ ...row, revision, attempts: revision });
      const refused = { refused: [row.key] };
      expect(await store().episodes.merge([at(2)])).toEqual(refused);
      await store().episodes.append([at(1)]);
      expect(await store().episodes.merge([at(3)])).toEqual(refused);
      expect(await store().episodes.merge([at(2)])).toEqual({ refused: [] });
      expect(await store().episodes.merge([{ ...at(2), attempts: 99 }])).toEqual(refused);
      expect(await store().episodes.merge([{ ...at(1), attempts: 99 }])).toEqual(refused);
      expect(await store().episodes.merge([at(3)])).toEqual({ refused: [] });
      expect(await store().episodes.find(exactly(scope))).toEqual([at(3)]);
    });

    it("decides about each row by its own condition", async () => {
      const scope = newScope();
      const [old, taken] = [episodeRow(scope), episodeRow(scope)];
      await store().episodes.append([old, taken]);
      const [fresh, orphan] = [episodeRow(scope), episodeRow(scope, { revision: 2 })];
      const replaced = { ...old, revision: 2, attempts: 1 };
      const answer = await store().episodes.merge([
        fresh,
        { ...taken, attempts: 9 },
        replaced,
        orphan,
      ]);
      expect(answer.refused.toSorted()).toEqual([orphan.key, taken.key].toSorted());
      const found = await store().episodes.find(exactly(scope), { orderBy: { column: "key" } });
      expect(found).toEqual([fresh, taken, replaced].toSorted((a, b) => (a.key < b.key ? -1 : 1)));
    });

    it("continues no lineage whose last version is not there", async () => {
      const scope = newScope();
      const next = versionRow(scope, { slot: 2 });
      const closed = versionRow(scope, { lineage: next.lineage, revision: 2 });
      expect(await store().memories.merge([next])).toEqual({ refused: [next.key] });
      const { refused } = await store().memories.merge([closed, next]);
      expect(refused.toSorted()).toEqual([closed.key, next.key].toSorted());
      const head = versionRow(scope, { lineage: next.lineage });
      expect(await store().memories.merge([head, next])).toEqual({ refused: [] });
      expect(await store().memories.count(exactly(scope))).toBe(2);
    });

    it("takes the same rows again without a word, also after they were replaced", async () => {
      const scope = newScope();
      const first = versionRow(scope);
      const closed = { ...first, revision: 2, supersededAt: new Date(1) };
      const next = versionRow(scope, { lineage: first.lineage, slot: 2 });
      const nextClosed = { ...next, revision: 2, supersededAt: new Date(2) };
      for (const rows of [[first], [closed, next], [nextClosed]]) {
        expect(await store().memories.merge(rows)).toEqual({ refused: [] });
        expect(await store().memories.merge(rows)).toEqual({ refused: [] });
      }
      for (const rows of [[first], [closed, next], [nextClosed]]) {
        expect(await store().memories.merge(rows)).toEqual({ refused: [] });
      }
      const found = await store().memories.find(exactly(scope), { orderBy: { column: "slot" } });
      expect(found.map(({ slot, revision }) => [slot, revision])).toEqual([
        [1, 2],
        [2, 2],
      ]);
    });

    it("lets one of many continue a head, and writes nothing of the others", async () => {
      const scope = newScope();
      const head = versionRow(scope);
      await store().memories.append([head]);
      const refusals = await continueHead([store()], head, 20);
      expect(refusals.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
      expect(refusals.filter(({ refused }) => refused.length === 2)).toHaveLength(19);
      const winner = refusals.findIndex(({ refused }) => refused.length === 0);
      await expectContinued(store(), head, winner);
    });
  });
}

/** Rows come in where there are none, with the revisions that they had elsewhere. */
export function describeInserts(store: () => MemoryStore): void {
  describe("insert", () => {
    it("writes rows of any revision and slot, and replaces none", async () => {
      const scope = newScope();
      const [old, fresh] = [versionRow(scope), versionRow(scope, { revision: 3, slot: 7 })];
      expect(await store().memories.insert([old])).toEqual({ refused: [] });
      const forged = { ...old, revision: 2, text: "Likes coffee." };
      expect(await store().memories.insert([forged, fresh])).toEqual({ refused: [old.key] });
      const found = await store().memories.find(exactly(scope), { orderBy: { column: "slot" } });
      expect(found.map(({ text, revision }) => [text, revision])).toEqual([
        [old.text, 1],
        [fresh.text, 3],
      ]);
    });

    it("takes a row once of many at once, and the same again without a word", async () => {
      const scope = newScope();
      const row = episodeRow(scope, { revision: 2 });
      const calls = Array.from({ length: 10 }, (_, attempts) =>
        store().episodes.insert([{ ...row, attempts }]),
      );
      const answers = await Promise.all(calls);
      expect(answers.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
      const [winner] = await store().episodes.find(exactly(scope));
      expect(await store().episodes.count(exactly(scope))).toBe(1);
      expect(await store().episodes.insert(winner ? [winner] : [])).toEqual({ refused: [] });
      expect(await store().episodes.insert([])).toEqual({ refused: [] });
    });
  });
}

/** So many writers close the head and insert the next slot, by turns through the stores. */
export async function continueHead(
  stores: readonly MemoryStore[],
  head: VersionRow,
  writers: number,
): Promise<{ refused: readonly string[] }[]> {
  return Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const supersededBy = `writer ${writer}`;
      const closed = { ...head, revision: 2, supersededAt: new Date(1), supersededBy };
      const next = { ...head, key: `${head.lineage}@2`, slot: 2, version: 2, text: supersededBy };
      const answer = await stores[writer % stores.length]?.memories.merge([closed, next]);
      return answer ?? { refused: [] };
    }),
  );
}

/** Expects the head closed and continued by the one writer, and nothing else. */
export async function expectContinued(
  store: MemoryStore,
  { lineage }: VersionRow,
  writer: number,
): Promise<void> {
  const where = { column: "lineage", equals: lineage } as const;
  const rows = await store.memories.find(
    { type: "everyone" },
    { where, orderBy: { column: "slot" } },
  );
  expect(rows).toMatchObject([
    { slot: 1, revision: 2, supersededBy: `writer ${writer}` },
    { slot: 2, revision: 1, text: `writer ${writer}` },
  ]);
  expect(rows).toHaveLength(2);
}
