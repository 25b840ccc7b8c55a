import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MemoryStore } from "../ports/memory-store.ts";
import { SPACE, versionRow } from "../testing/memory-store/rows.ts";
import { lanceDBStore } from "./lancedb-store.ts";

const SCRIPT = fileURLToPath(new URL("__fixtures__/process.js", import.meta.url));
const SCOPE = { userId: "shared" };
const EVERYONE = { type: "everyone" } as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "palimpsest-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("processes that share a folder", () => {
  it("may all be the first to open it", async () => {
    const reports = start("open", 3);
    const [store, other] = await Promise.all([open(), open()]);
    await reports;
    expect((await store.describe()).rows).toMatchObject({ memories: 3, episodes: 0 });
    const [found] = await other.memories.findByTerms(EVERYONE, [["tea"]], { limit: 10 });
    expect(found).toHaveLength(3);
    await Promise.all([store.close(), other.close()]);
  });

  it("insert no key twice, also when the key has an index", async () => {
    const first = await open();
    await first.memories.append(Array.from({ length: 1_000 }, () => versionRow(SCOPE)));
    await first.close();
    const inserted = sum(await start("insert", 4));
    const store = await open();
    const rows = await store.memories.find(EVERYONE);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(1_040);
    expect({ inserted, rows: rows.length }).toEqual({ inserted: 40, rows: 1_040 });
    await store.close();
  });

  it("insert no key twice either when they come and go", async () => {
    const inserted = sum(await start("visit", 3));
    const store = await open();
    const rows = await store.memories.find(EVERYONE);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(30);
    expect({ inserted, rows: rows.length }).toEqual({ inserted: 30, rows: 30 });
    await store.close();
  });

  it("continue each head once, and each successor has its head", async () => {
    const store = await open();
    const lineages = ["lineage-0", "lineage-1"];
    await store.memories.append(lineages.map((lineage) => versionRow(SCOPE, { lineage })));
    const superseded = sum(await start("supersede", 3));
    const rows = await store.memories.find(EVERYONE);
    expect(rows).toHaveLength(2 + superseded);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.filter(({ revision }) => revision === 1)).toHaveLength(2);
    for (const { lineage, slot, supersededBy } of rows) {
      const next = rows.find((row) => row.lineage === lineage && row.slot === slot + 1);
      expect(next?.text).toBe(supersededBy);
    }
    await store.close();
  });

  it("lose nothing that was acknowledged when they are killed", async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 5; kill++) {
      // Each is killed at another point of its work.
      const [messages = []] = await start("write", 1, 3 + 5 * kill);
      acknowledged.push(...(messages as string[]));
    }
    const store = await open();
    const rows = await store.memories.find(EVERYONE);
    const revisions = new Map(rows.map(({ key, revision }) => [key, revision]));
    expect(revisions.size).toBe(rows.length);
    expect(acknowledged.length).toBeGreaterThanOrEqual(3 + 8 + 13 + 18 + 23);
    for (const message of acknowledged) {
      const [key = "", revision] = message.split(" ");
      expect(revisions.get(key)).toBeGreaterThanOrEqual(Number(revision));
    }
    const closed = rows.filter(({ supersededAt }) => supersededAt !== undefined);
    const continued = closed.map(({ lineage }) => `${lineage}@2`);
    expect(continued.filter((key) => !revisions.has(key))).toEqual([]);
    await store.close();
  });
});

async function open(): Promise<MemoryStore> {
  return lanceDBStore({ uri: join(folder, "store") })(SPACE);
}

function sum(reports: readonly unknown[][]): number {
  return reports.flat().reduce((total: number, report) => total + Number(report), 0);
}

/** Lets processes play a role at once, till their end or so many messages: what each reported. */
async function start(role: string, count: number, killAfter = Infinity): Promise<unknown[][]> {
  const processes = Array.from({ length: count }, () =>
    fork(SCRIPT, [role, join(folder, "store")], { execArgv: [] }),
  );
  await Promise.all(processes.map((process) => once(process, "message")));
  return Promise.all(processes.map((process) => play(process, killAfter)));
}

async function play(process: ChildProcess, killAfter: number): Promise<unknown[]> {
  const messages: unknown[] = [];
  process.on("message", (message) => {
    messages.push(message);
    if (messages.length === killAfter) process.kill("SIGKILL");
  });
  process.send("go");
  const [[code]] = await Promise.all([once(process, "exit"), once(process, "disconnect")]);
  // Killed processes have no code.
  if (code) throw new Error(`A process failed with code ${code}.`);
  return messages;
}
