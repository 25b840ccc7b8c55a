import { describe, expect, it } from "vitest";
import { type Amendment, SILENCED } from "../../ports/erasure.ts";
import type { MemoryStore } from "../../ports/memory-store.ts";
import {
  decisionRow,
  episodeRow,
  exactly,
  fullVersionRow,
  newScope,
  sessionRow,
  versionRow,
} from "./rows.ts";

const EAST = [1, 0, 0, 0, 0, 0, 0, 0];
const NOTHING = { memories: [], episodes: [], sessions: [], decisions: [] };

/** Rows go for good, and others forget that they rested on them. */
export function describeErasures(store: () => MemoryStore): void {
  describe("erase", () => {
    it("removes rows of every table from every way of reading, and no others", async () => {
      const [scope, other] = [newScope(), newScope()];
      const versions = [versionRow(scope), versionRow(scope), versionRow(other)];
      const episodes = [episodeRow(scope), episodeRow(other)];
      const sessions = [sessionRow(scope), sessionRow(other)];
      const decisions = [decisionRow(scope), decisionRow(other)];
      await store().memories.append(versions);
      await store().episodes.append(episodes);
      await store().sessions.append(sessions);
      await store().decisions.append(decisions);
      const before = await store().memories.find(exactly(other), { withVector: true });

      await store().erase({
        remove: {
          memories: [versions[0]?.key ?? "", "unknown"],
          episodes: [episodes[0]?.key ?? ""],
          sessions: [sessions[0]?.key ?? ""],
          decisions: [decisions[0]?.key ?? ""],
        },
        amend: [],
      });
      expect(await store().memories.find(exactly(scope))).toMatchObject([
        { key: versions[1]?.key },
      ]);
      const [near] = await store().memories.findNearest(exactly(scope), [EAST], { limit: 9 });
      const [worded] = await store().memories.findByTerms(exactly(scope), [["tea"]], { limit: 9 });
      expect([near?.length, worded?.length]).toEqual([1, 1]);
      expect(await store().episodes.count(exactly(scope))).toBe(0);
      expect(await store().sessions.count(exactly(scope))).toBe(0);
      expect(await store().decisions.count(exactly(scope))).toBe(0);
      expect(await store().memories.find(exactly(other), { withVector: true })).toEqual(before);
      expect(await store().episodes.find(exactly(other))).toEqual([episodes[1]]);
      expect(await store().sessions.find(exactly(other))).toEqual([sessions[1]]);
      expect(await store().decisions.find(exactly(other))).toEqual([decisions[1]]);
    });

    it("does nothing for nothing, and nothing more the second time", async () => {
      const scope = newScope();
      await store().memories.append([versionRow(scope)]);
      const gone = versionRow(scope);
      await store().memories.append([gone]);
      for (const memories of [[], [gone.key], [gone.key]]) {
        await store().erase({ remove: { ...NOTHING, memories }, amend: [] });
      }
      expect(await store().memories.count(exactly(scope))).toBe(1);
    });

    it("amends versions to exactly what it is told, and silences them", async () => {
      const scope = newScope();
      const row = fullVersionRow(scope);
      const { key, lineage } = row;
      await store().memories.append([row]);
      const reopened: Amendment = {
        key,
        status: "current",
        episodeIds: ["episode-2"],
        isSilenced: true,
      };
      const read = () => store().memories.find(exactly(scope), { withVector: true });
      const [before] = await read();
      for (let time = 1; time <= 2; time++) {
        await store().erase({ remove: NOTHING, amend: [reopened] });
        const [{ quote: _quote, supersededBy: _by, supersededAt: _at, validTo: _to, ...kept }] =
          (await read()) as [typeof row];
        expect(await read()).toStrictEqual([kept]);
        const { quote, supersededBy, supersededAt, validTo, ...rest } = before ?? row;
        expect([quote, supersededBy, supersededAt, validTo]).not.toContain(undefined);
        expect(kept).toStrictEqual({
          ...rest,
          revision: 2,
          status: "current",
          episodeIds: ["episode-2"],
          reason: SILENCED,
        });
      }
      const closed: Amendment = {
        key,
        status: "superseded",
        episodeIds: [],
        isSilenced: false,
        supersededBy: "memory-9",
        supersededAt: new Date(5),
        validTo: new Date(4),
      };
      await store().erase({ remove: NOTHING, amend: [closed] });
      const { isSilenced: _, ...columns } = closed;
      expect(await read()).toMatchObject([{ ...columns, revision: 3, lineage, reason: SILENCED }]);
    });

    it("lets nobody continue what is gone, and lets its key begin anew", async () => {
      const scope = newScope();
      const head = versionRow(scope);
      await store().memories.append([head]);
      await store().erase({ remove: { ...NOTHING, memories: [head.key] }, amend: [] });
      const closed = { ...head, revision: 2, supersededAt: new Date(1) };
      const next = versionRow(scope, { lineage: head.lineage, slot: 2 });
      const { refused } = await store().memories.merge([closed, next]);
      expect(refused).toHaveLength(2);
      expect(await store().memories.count(exactly(scope))).toBe(0);
      expect(await store().memories.merge([head])).toEqual({ refused: [] });
      expect(await store().memories.count(exactly(scope))).toBe(1);
    });

    it("goes on beside writes and other erasures", async () => {
      const scope = newScope();
      const rows = Array.from({ length: 30 }, () => decisionRow(scope));
      await store().decisions.append(rows);
      const kept = Array.from({ length: 30 }, () => decisionRow(scope));
      await Promise.all([
        ...[0, 10, 20].map(async (from) => {
          const decisions = rows.slice(from, from + 10).map(({ key }) => key);
          await store().erase({ remove: { ...NOTHING, decisions }, amend: [] });
        }),
        ...kept.map(async (row) => store().decisions.append([row])),
      ]);
      const found = await store().decisions.find(exactly(scope));
      expect(found.map(({ key }) => key).toSorted()).toEqual(kept.map(({ key }) => key).toSorted());
    });
  });
}
