import { expect, test } from "vitest";
import { newFolder } from "./__fixtures__/open-test-memory.ts";
import { lanceDBStore } from "./lancedb/lancedb-store.ts";
import { createMemory, type Memory } from "./memory.ts";
import { hashEmbedder } from "./testing/hash-embedder.ts";
import { episodeRow } from "./testing/memory-store/rows.ts";
import { scriptedModel } from "./testing/scripted-model.ts";

const alice = { userId: "alice" };
const TODAY = new Date("2026-03-01T12:00:00.000Z");
const LAST_YEAR = new Date("2025-03-01T12:00:00.000Z");

function open(uri: string, now: Date): Memory {
  const script = { record_facts: [{ facts: [{ text: "User likes tea" }] }] };
  return createMemory({
    uri,
    model: scriptedModel(script),
    embedder: hashEmbedder(),
    durability: "os",
    now: () => now,
  });
}

test("when the clock is set back, what was known stays, and what comes is the latest", async () => {
  const uri = await newFolder();
  const before = open(uri, TODAY);
  const { id } = await before.put("User lives in Berlin", alice);
  const { id: other } = await before.put("User has a dog", alice);
  await before.close();

  await using memory = open(uri, LAST_YEAR);
  await memory.update(id, { text: "User lives in Oslo" }, alice);
  await memory.delete(other, alice);
  expect((await memory.list(alice)).results).toMatchObject([{ id, memory: "User lives in Oslo" }]);
  expect((await memory.search("Oslo", alice)).results).toMatchObject([{ id }]);
  const { results } = await memory.history(id, alice);
  expect(results).toMatchObject([
    { version: 1, memory: "User lives in Berlin", status: "superseded" },
    { version: 2, memory: "User lives in Oslo", status: "current" },
  ]);
  for (const { validFrom, validTo, recordedAt, supersededAt } of results) {
    expect((validTo ?? validFrom).getTime()).toBeGreaterThanOrEqual(validFrom.getTime());
    expect((supersededAt ?? recordedAt).getTime()).toBeGreaterThanOrEqual(recordedAt.getTime());
  }
  await memory.maintain();
  expect(await memory.count(alice)).toBe(1);
});

test("an exchange that was claimed by a clock ahead of time is taken up all the same", async () => {
  const uri = await newFolder();
  const { id: embedder, dimensions } = hashEmbedder();
  const store = await lanceDBStore({ uri })({ embedder, dimensions });
  const request = JSON.stringify({ recalled: [], metadata: {} });
  const claimed = (key: string, claimedUntil: Date) =>
    episodeRow(alice, { key, request, claimedBy: "elsewhere/1/0/a", claimedUntil });
  await store.episodes.append([
    claimed("ahead", TODAY),
    claimed("fresh", new Date(LAST_YEAR.getTime() + 60_000)),
  ]);
  await store.close();
  await using memory = open(uri, LAST_YEAR);
  await memory.idle();
  const { results } = await memory.episodes(alice);
  expect(Object.fromEntries(results.map(({ id, status }) => [id, status]))).toEqual({
    ahead: "processed",
    fresh: "pending",
  });
});
