import { describe, expect, it } from "vitest";
import { pickFields } from "../../pick-fields.ts";
import type { MemoryStore, Table } from "../../ports/memory-store.ts";
import type { StoredRow } from "../../ports/stored-rows.ts";
import type { Scope } from "../../scope.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import {
  collectRows,
  decisionRow,
  episodeRow,
  exactly,
  fullVersionRow,
  newScope,
  sessionRow,
  versionRow,
} from "./rows.ts";

/** Columns of each type. */
const TALLIED = [
  "key",
  "text",
  "slot",
  "importance",
  "pinned",
  "recordedAt",
  "supersededAt",
  "entities",
  "metadata",
] as const;

/** Rows come back as they were written. */
export function describeRoundTrips(store: () => MemoryStore): void {
  describe("round trips", () => {
    it("give back every column of a memory, its vector when asked", async () => {
      const scope = { userId: "u", agentId: "a", sessionId: "s-full" };
      const row = fullVersionRow(scope);
      await store().memories.append([row]);
      const [found] = await store().memories.find(exactly(scope), { withVector: true });
      const { vector, ...rest } = row;
      expect({ ...found, vector: [...(found?.vector ?? [])] }).toEqual({ ...rest, vector });
    });

    it("give some columns of rows to a tally, and nothing else of them", async () => {
      const scope = newScope();
      const rows = [fullVersionRow(scope), versionRow(scope)];
      await store().memories.append(rows);
      const wanted = rows.map((row) => pickFields(row, TALLIED));
      const { memories } = store();
      const tallied = await memories.tally(
        exactly(scope),
        TALLIED,
        collectRows<(typeof wanted)[number]>,
      );
      expect(byKey(tallied)).toStrictEqual(byKey(wanted));
      expect(await memories.tally(exactly(newScope()), ["text"], collectRows)).toEqual([]);
    });

    it("leave out the vector, and whatever was absent", async () => {
      const scope = newScope();
      const { found, written } = await roundTrip(store().memories, scope, [versionRow(scope)]);
      expect(found).toStrictEqual(written);
    });

    it("keep vectors as exactly as 16 bits can", async () => {
      const scope = newScope();
      const vector = [0.12498, -0.3333, 0.00012, 1e-6, -0.9999, 0, 0.5, 0.0625];
      await store().memories.append([versionRow(scope, { vector })]);
      const [found] = await store().memories.find(exactly(scope), { withVector: true });
      vector.forEach((value, index) => {
        const error = Math.abs((found?.vector?.[index] ?? Number.NaN) - value);
        expect(error).toBeLessThanOrEqual(Math.max(Math.abs(value) / 2048, 2 ** -25));
      });
    });

    it("keep episodes, with and without their optional columns", async () => {
      const scope = newScope();
      const { found, written } = await roundTrip(store().episodes, scope, [
        episodeRow(scope),
        episodeRow(scope, {
          status: "dead",
          attempts: 5,
          errorCode: "model-call",
          errorMessage: "It's down.",
          claimedBy: "process-1",
          claimedUntil: new Date("2026-05-06T07:08:09.010Z"),
        }),
      ]);
      expect(found).toStrictEqual(written);
    });

    it("keep sessions", async () => {
      const scope = { userId: newScope().userId, sessionId: "s" };
      const { found, written } = await roundTrip(store().sessions, scope, [sessionRow(scope)]);
      expect(found).toStrictEqual(written);
    });

    it("keep decisions, with and without their optional columns", async () => {
      const scope = newScope();
      const { found, written } = await roundTrip(store().decisions, scope, [
        decisionRow(scope),
        decisionRow(scope, {
          episodeId: "episode-1",
          proposed: "UPDATE",
          fact: "Likes tea.",
          target: "memory-1",
          memory: "Likes green tea.",
          model: "gpt-4.1-nano",
          inputTokens: 2 ** 31 - 1,
          outputTokens: 0,
        }),
      ]);
      expect(found).toStrictEqual(written);
    });

    it("keep texts to the letter, in columns, lists and metadata", async () => {
      const scope = newScope();
      const texts = [...HOSTILE_TEXTS, "", "x".repeat(300_000), "😀".repeat(1_000)];
      const rows = texts.map((text) =>
        versionRow(scope, {
          text,
          quote: text,
          entities: [text, "", text],
          metadata: { [text]: text },
        }),
      );
      const { found, written } = await roundTrip(store().memories, scope, rows);
      expect(found).toStrictEqual(written);
    });

    it("tell an empty text from an absent one, and an empty list from an empty text", async () => {
      const scope = newScope();
      const { found, written } = await roundTrip(store().memories, scope, [
        versionRow(scope, { subject: "", entities: [] }),
        versionRow(scope, { entities: [""] }),
      ]);
      expect(found).toStrictEqual(written);
    });

    it("keep dates to the millisecond, from the first to the last", async () => {
      const scope = newScope();
      const times = [0, -1, 1, 951_782_400_000, 253_402_300_799_999, 8.64e15, -8.64e15];
      const rows = times.map((time) => versionRow(scope, { validFrom: new Date(time) }));
      const { found, written } = await roundTrip(store().memories, scope, rows);
      expect(found).toStrictEqual(written);
    });

    it("write U+FFFD where a surrogate stands alone, except in metadata, which keeps it", async () => {
      const scope = newScope();
      const metadata = { lone: "\uDC00" };
      const entities = ["\uD800"];
      await store().memories.append([versionRow(scope, { text: "a\uD800b", entities, metadata })]);
      const [found] = await store().memories.find(exactly(scope));
      expect(found).toMatchObject({ text: "a\uFFFDb", entities: ["\uFFFD"], metadata });
    });

    it("share nothing with the caller", async () => {
      const scope = newScope();
      const row = versionRow(scope, { metadata: { tags: ["a"] }, entities: ["Anna"] });
      await store().memories.append([row]);
      (row.metadata["tags"] as string[]).push("b");
      row.entities.push("Ben");
      row.validFrom.setTime(0);
      const [first] = await store().memories.find(exactly(scope));
      first?.entities.push("Cleo");
      first?.recordedAt.setTime(0);
      const [second] = await store().memories.find(exactly(scope));
      expect(second).toMatchObject({
        metadata: { tags: ["a"] },
        entities: ["Anna"],
        validFrom: new Date("2026-01-02T03:04:05.678Z"),
        recordedAt: new Date("2026-01-02T03:04:06.789Z"),
      });
    });
  });
}

/** Writes the rows and reads them: what came back, and what should have, memories without vectors. */
async function roundTrip<ROW extends StoredRow>(
  table: Table<ROW>,
  scope: Scope,
  rows: readonly ROW[],
): Promise<{ found: ROW[]; written: ROW[] }> {
  await table.append(rows);
  const found = await table.find(exactly(scope));
  const written = rows.map(({ ...row }) => {
    if ("vector" in row) delete row.vector;
    return row;
  });
  return { found: byKey(found), written: byKey(written) };
}

function byKey<ROW extends Pick<StoredRow, "key">>(rows: readonly ROW[]): ROW[] {
  return rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
