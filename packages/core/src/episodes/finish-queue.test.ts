import { cp } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newFolder, openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { lanceDBStore } from "../lancedb/lancedb-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import { claim, isFree } from "./claims.ts";
import { createFinishQueue } from "./finish-queue.ts";

const alice = { userId: "alice" };

describe("createFinishQueue", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("stores all of a moment at once, and releases them then", async () => {
    const stored: (readonly EpisodeRow[])[] = [];
    const queue = createFinishQueue(async (rows) => {
      stored.push(rows);
    });
    const rows = ["a", "b"].map(pending);
    for (const row of rows) queue.take(row);
    expect(stored).toEqual([]);
    expect(rows.map((row) => isFree(row, new Date()))).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(250);
    expect(stored).toMatchObject([
      [
        { key: "a", status: "processed", revision: 2, attempts: 1 },
        { key: "b", status: "processed", revision: 2, attempts: 1 },
      ],
    ]);
    expect(stored.flat().some((row) => "claimedBy" in row)).toBe(false);
    expect(rows.map((row) => isFree(row, new Date()))).toEqual([true, true]);
  });

  it("stores at once what is there when it is flushed, and waits for what is being stored", async () => {
    const { promise: first, resolve } = Promise.withResolvers<void>();
    const keys: string[] = [];
    const queue = createFinishQueue(async (rows) => {
      if (keys.length === 0) await first;
      keys.push(...rows.map(({ key }) => key));
    });
    await queue.flush();
    queue.take(pending("a"));
    const flushes = [queue.flush()];
    queue.take(pending("b"));
    flushes.push(queue.flush(), queue.flush());
    expect(keys).toEqual([]);
    resolve();
    await Promise.all(flushes);
    expect(keys).toEqual(["a", "b"]);
  });
});

it("marks exchanges as processed in fewer commits than there are exchanges, before they are read", async () => {
  const uri = await newFolder();
  const marked: number[] = [];
  const { memory } = await openTestMemory({
    async store(space) {
      const store = await lanceDBStore({ uri })(space);
      const merge: typeof store.episodes.merge = async (rows) => {
        marked.push(rows.length);
        return store.episodes.merge(rows);
      };
      return { ...store, episodes: { ...store.episodes, merge } };
    },
  });
  const users = Array.from({ length: 8 }, (_, at) => ({ userId: `user-${at}` }));
  await memory.info();
  await Promise.all(users.map(async (user) => memory.add("Hello", user)));
  const pages = await Promise.all(users.map(async (user) => memory.episodes(user)));
  const statuses = pages.flatMap(({ results }) => results.map(({ status }) => status));
  expect(statuses).toEqual(Array(8).fill("processed"));
  expect(marked.reduce((sum, rows) => sum + rows, 0)).toBe(8);
  expect(marked.length).toBeLessThan(8);
});

it("asks no model again about an exchange whose process died before it was marked", async () => {
  const uri = await newFolder();
  const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
  const { memory, model, reopen } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User likes tea" }] }] },
    async store(space) {
      const store = await lanceDBStore({ uri })(space);
      const merge: typeof store.episodes.merge = async (rows) => {
        await gate;
        return store.episodes.merge(rows);
      };
      return { ...store, episodes: { ...store.episodes, merge } };
    },
  });
  await memory.put("User likes tea", alice);
  await memory.add("I like tea", alice);
  const copy = await newFolder();
  await cp(uri, copy, { recursive: true });
  openGate();
  await memory.close();

  const asked = model.requests.length;
  const second = reopen({ uri: copy, store: undefined });
  expect((await second.info()).pending).toBe(1);
  await second.idle();
  expect(await second.info()).toMatchObject({ pending: 0, dead: 0 });
  expect(model.requests).toHaveLength(asked);
});

function pending(key: string): EpisodeRow {
  const at = new Date();
  return {
    key,
    revision: 1,
    scope: "s",
    messages: "[]",
    terms: "",
    messageCount: 0,
    at,
    recordedAt: at,
    status: "pending",
    attempts: 0,
    request: "{}",
    ...claim(at),
  };
}
