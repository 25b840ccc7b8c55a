import { describe, expect, it } from "vitest";
import { ClosedError, StoreError } from "../../errors.ts";
import type { OpenStore } from "../../ports/memory-store.ts";
import type { MemoryStoreHarness } from "../describe-memory-store.ts";
import {
  decisionRow,
  episodeRow,
  exactly,
  fullVersionRow,
  newScope,
  sessionRow,
  SPACE,
  versionRow,
} from "./rows.ts";
import { continueHead, expectContinued } from "./writes.ts";

const EAST = [1, 0, 0, 0, 0, 0, 0, 0];

/** A store opens, counts, closes, and if it can, opens again. */
export function describeLifecycle({ open, reopen }: MemoryStoreHarness): void {
  const openAgain: OpenStore = (space) => (reopen ?? open)(space);

  describe("a store", () => {
    it("counts the rows of its tables", async () => {
      const store = await open(SPACE);
      const scope = newScope();
      const none = { memories: 0, episodes: 0, sessions: 0, decisions: 0 };
      expect((await store.describe()).rows).toEqual(none);
      await store.memories.append([versionRow(scope), versionRow(newScope())]);
      await store.episodes.append([episodeRow(scope)]);
      await store.decisions.append([decisionRow(scope), decisionRow(scope), decisionRow(scope)]);
      const { uri, rows } = await store.describe();
      expect(rows).toEqual({ memories: 2, episodes: 1, sessions: 0, decisions: 3 });
      expect(uri).not.toBe("");
      await store.close();
    });

    it("describes its tables, and can be told to put them in order", async () => {
      const store = await open(SPACE);
      const scope = newScope();
      for (let count = 0; count < 3; count++) await store.memories.append([versionRow(scope)]);
      const { tables: described } = await store.describe();
      const { tables, durationMs } = await store.maintain();
      expect(durationMs).toBeGreaterThanOrEqual(0);
      for (const name of ["memories", "episodes", "sessions", "decisions"] as const) {
        const { before, after } = tables[name];
        expect(before).toMatchObject(described[name]);
        expect(after.fragments).toBeLessThanOrEqual(before.fragments);
        expect(after.unindexedRows).toBe(0);
        for (const { fragments, versions, bytes } of [before, after]) {
          expect(Math.min(fragments, versions, bytes)).toBeGreaterThanOrEqual(0);
        }
      }
      expect(await store.memories.count(exactly(scope))).toBe(3);
      const [nearest] = await store.memories.findNearest(exactly(scope), [EAST], { limit: 9 });
      const [byTerms] = await store.memories.findByTerms(exactly(scope), [["tea"]], { limit: 9 });
      expect([nearest?.length, byTerms?.length]).toEqual([3, 3]);
      await store.close();
    });

    it("finishes what is under way when it is closed, and then refuses every call", async () => {
      const store = await open(SPACE);
      const scope = newScope();
      const whose = exactly(scope);
      const row = versionRow(scope);
      const underWay = [
        store.memories.append([row]),
        store.sessions.merge([sessionRow(scope)]),
        store.memories.find(whose),
      ];
      await Promise.all([store.close(), store.close()]);
      await Promise.all(underWay);
      const calls = [
        () => store.memories.find(whose),
        () => store.memories.count(whose),
        () => store.memories.append([row]),
        () => store.memories.merge([row]),
        () => store.memories.findNearest(whose, [EAST], { limit: 1 }),
        () => store.memories.findByTerms(whose, [["tea"]], { limit: 1 }),
        () => store.episodes.find(whose),
        () => store.sessions.count(whose),
        () => store.decisions.append([decisionRow(scope)]),
        () => store.describe(),
        () => store.maintain(),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(ClosedError);
      await expect(store.close()).resolves.toBeUndefined();
    });
  });

  describe.skipIf(reopen === undefined)("a store that is opened again", () => {
    it("still has everything, and goes on from there", async () => {
      const store = await open(SPACE);
      const scope = newScope();
      const row = fullVersionRow(scope);
      const episode = episodeRow(scope);
      await store.memories.append([row, versionRow(scope)]);
      await store.episodes.merge([episode]);
      const before = await store.memories.find(exactly(scope), { orderBy: { column: "key" } });
      await store.close();

      const again = await openAgain(SPACE);
      const after = await again.memories.find(exactly(scope), { orderBy: { column: "key" } });
      expect(after).toStrictEqual(before);
      expect((await again.describe()).rows).toMatchObject({ memories: 2, episodes: 1 });
      const [nearest] = await again.memories.findNearest(exactly(scope), [EAST], { limit: 9 });
      expect(nearest).toHaveLength(2);
      const [byTerms] = await again.memories.findByTerms(exactly(scope), [["tea"]], { limit: 9 });
      expect(byTerms).toHaveLength(2);
      expect(await again.episodes.merge([episode])).toEqual({ refused: [] });
      expect(await again.episodes.merge([{ ...episode, revision: 2 }])).toEqual({ refused: [] });
      await again.close();
    });

    it("sees at once what another handle writes", async () => {
      const one = await open(SPACE);
      const other = await openAgain(SPACE);
      const scope = newScope();
      for (let attempts = 1; attempts <= 5; attempts++) {
        const [writer, reader] = attempts % 2 === 0 ? [one, other] : [other, one];
        await writer.episodes.append([episodeRow(scope, { attempts })]);
        expect(await reader.episodes.count(exactly(scope))).toBe(attempts);
        const where = { column: "attempts", equals: attempts } as const;
        expect(await reader.episodes.find(exactly(scope), { where })).toHaveLength(1);
      }
      await Promise.all([one.close(), other.close()]);
    });

    it("lets one of many continue a head, through whichever handle", async () => {
      const one = await open(SPACE);
      const other = await openAgain(SPACE);
      const head = versionRow(newScope());
      await one.memories.append([head]);
      const answers = await continueHead([one, other], head, 20);
      expect(answers.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
      expect(answers.filter(({ refused }) => refused.length === 2)).toHaveLength(19);
      const winner = answers.findIndex(({ refused }) => refused.length === 0);
      await expectContinued(one, head, winner);
      await expectContinued(other, head, winner);
      await Promise.all([one.close(), other.close()]);
    });

    it("refuses another embedding space, and stays as it was", async () => {
      const store = await open(SPACE);
      await store.memories.append([versionRow(newScope())]);
      await store.close();
      const others = [
        { ...SPACE, embedder: "suite/embedder_1" },
        { ...SPACE, dimensions: 16 },
      ];
      for (const space of others) {
        await expect(openAgain(space)).rejects.toThrow(StoreError);
        await expect(openAgain(space)).rejects.toThrow(SPACE.embedder);
        await expect(openAgain(space)).rejects.toThrow(space.embedder);
      }
      const again = await openAgain(SPACE);
      expect((await again.describe()).rows.memories).toBe(1);
      await again.close();
    });
  });
}
