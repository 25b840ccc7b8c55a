import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import S3rver from "@20minutes/s3rver";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { StoreError } from "../../errors.ts";
import { createMemory } from "../../memory.ts";
import type { MemoryStore } from "../../ports/memory-store.ts";
import { describeMemoryStore } from "../../testing/describe-memory-store.ts";
import { hashEmbedder } from "../../testing/hash-embedder.ts";
import { exactly, newScope, SPACE, versionRow } from "../../testing/memory-store/rows.ts";
import { scriptedModel } from "../../testing/scripted-model.ts";
import { startS3Server, type S3Server } from "../__fixtures__/s3-server.ts";
import { lanceDBStore } from "../lancedb-store.ts";

const WRITER = fileURLToPath(new URL("../__fixtures__/s3-writer.js", import.meta.url));
const EVERYONE = { type: "everyone" } as const;

let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(async () => {
  await server.close();
});

function optionsFor(endpoint: string): Record<string, string> {
  return {
    awsEndpoint: endpoint,
    awsRegion: "us-east-1",
    awsAccessKeyId: "S3RVER",
    awsSecretAccessKey: "S3RVER",
    allowHttp: "true",
  };
}

async function open(uri: string, isSetUp = false, space = SPACE): Promise<MemoryStore> {
  return lanceDBStore({ uri, storageOptions: optionsFor(server.endpoint) })(space, { isSetUp });
}

async function failureOf(work: Promise<unknown>): Promise<Error> {
  const failure = await work.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreError);
  return failure as Error;
}

let opened = 0;
describeMemoryStore("lanceDBStore in a bucket", {
  open: async (space) => open(`s3://bucket/suite-${++opened}`, true, space),
  reopen: async (space) => open(`s3://bucket/suite-${opened}`, false, space),
});

describe("a store in a bucket", () => {
  it("is created by setup and by nobody else", async () => {
    const failure = await failureOf(open("s3://bucket/new"));
    expect(failure.message).toContain("setup()");
    expect([...server.objects.keys()].filter((key) => key.startsWith("bucket/new"))).toEqual([]);
    await (await open("s3://bucket/new", true)).close();
    const store = await open("s3://bucket/new");
    await store.memories.append([versionRow(newScope())]);
    await store.close();
  });

  it("is set up by the verb of that name, also where it is there already", async () => {
    const memory = createMemory({
      uri: "s3://bucket/memory",
      storageOptions: optionsFor(server.endpoint),
      model: scriptedModel(),
      embedder: hashEmbedder(),
    });
    const alice = { userId: "alice" };
    await expect(memory.put("User likes tea", alice)).rejects.toThrow("setup()");
    await memory.setup();
    await memory.put("User likes tea", alice);
    await memory.setup();
    const { results } = await memory.search("tea", alice);
    expect(results).toMatchObject([{ memory: "User likes tea" }]);
    await memory.close();
  });

  it("is compacted when much has piled up, and on request", { timeout: 120_000 }, async () => {
    const store = await open("s3://bucket/steady", true);
    const fragments = async () => (await store.describe()).tables.memories.fragments;
    for (let commit = 0; commit < 60; commit++) {
      await store.memories.append([versionRow(newScope())]);
    }
    expect(await fragments()).toBe(60);
    // They weigh like 200 commits more, which take five times as long.
    const scope = newScope();
    const rows = Array.from({ length: 200 * 128 }, () => versionRow(scope));
    await store.memories.append(rows);
    await vi.waitFor(async () => expect(await fragments()).toBeLessThan(50), {
      timeout: 60_000,
      interval: 200,
    });
    await store.maintain();
    expect(await fragments()).toBe(1);
    expect(await store.memories.count(EVERYONE)).toBe(60 + rows.length);
    await store.close();
  });

  it("takes no more requests than docs/scale.md says", async () => {
    const store = await open("s3://bucket/requests", true);
    const scope = newScope();
    const head = versionRow(scope);
    expect(await requestsOf(() => store.memories.append([head]))).toBeLessThanOrEqual(8);
    await store.memories.find(exactly(scope));
    expect(await requestsOf(() => store.memories.find(exactly(scope)))).toBeLessThanOrEqual(4);
    const next = versionRow(scope, { lineage: head.lineage, slot: 2 });
    const closed = { ...head, revision: 2 };
    expect(await requestsOf(() => store.memories.merge([closed, next]))).toBeLessThanOrEqual(13);
    await store.close();
  });

  it("takes the writes of two processes, and lets one of two win each key", async () => {
    const uri = "s3://bucket/shared";
    await (await open(uri, true)).close();
    const [one, two] = await Promise.all([write(uri, "one"), write(uri, "two")]);
    const store = await open(uri);
    const rows = await store.memories.find(EVERYONE);
    await store.close();
    expect(one.length + two.length).toBeGreaterThan(40);
    expect(rows.map(({ key }) => key).toSorted()).toEqual([...one, ...two].toSorted());
  });
});

describe("a server that ignores If-None-Match", () => {
  it("is refused before anything is written", async () => {
    const directory = await mkdtemp(join(tmpdir(), "palimpsest-"));
    const ignorant = new S3rver({
      port: 0,
      directory,
      silent: true,
      configureBuckets: [{ name: "bucket" }],
    });
    try {
      const { port } = await ignorant.run();
      const storageOptions = optionsFor(`http://127.0.0.1:${port}`);
      const opening = lanceDBStore({ uri: "s3://bucket/store", storageOptions });
      const failure = await failureOf(opening(SPACE, { isSetUp: true }));
      expect(failure.message).toContain('ignores "If-None-Match: *"');
      const left = await readdir(directory, { recursive: true, withFileTypes: true });
      expect(left.filter((entry) => entry.isFile() && entry.name.includes("lance"))).toEqual([]);
    } finally {
      await ignorant.close();
      await rm(directory, { recursive: true });
    }
  });
});

async function requestsOf(call: () => Promise<unknown>): Promise<number> {
  const before = server.requests.length;
  await call();
  return server.requests.length - before;
}

/** Lets a process insert rows of its own and rows that both want: the keys that it got. */
async function write(uri: string, name: string): Promise<string[]> {
  const child = fork(WRITER, [uri, JSON.stringify(optionsFor(server.endpoint)), name], {
    execArgv: [],
  });
  const [[keys], [code]] = await Promise.all([once(child, "message"), once(child, "exit")]);
  expect(code).toBe(0);
  return keys as string[];
}
