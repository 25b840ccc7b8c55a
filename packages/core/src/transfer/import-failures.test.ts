import { describe, expect, test } from "vitest";
import { findBytes } from "../__fixtures__/find-bytes.ts";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError } from "../errors.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { alice, bob } from "./__fixtures__/export-all.ts";
import { readStore } from "./__fixtures__/read-store.ts";

const embedder = hashEmbedder();

describe("a bad line", () => {
  const version = {
    type: "version",
    userId: "mallory",
    key: "x@1",
    revision: 1,
    lineage: "x",
    slot: 1,
    memoryId: "x",
    version: 1,
    text: "Likes tea",
    kind: "fact",
    entities: [],
    metadata: {},
    status: "current",
    pinned: false,
    validFrom: "2026-01-01T00:00:00.000Z",
    recordedAt: "2026-01-01T00:00:00.000Z",
    operation: "ADD",
    decisionId: "d",
    reportId: "r",
    reason: "new",
    actor: "model",
    origin: "user",
    episodeIds: [],
  };
  const header = {
    type: "header",
    format: "palimpsest",
    formatVersion: 1,
    embedder: embedder.id,
    dimensions: embedder.dimensions,
    vectors: false,
    counts: { episode: 0, version: 1, decision: 0, summary: 0 },
  };
  const episode = {
    type: "episode",
    userId: "mallory",
    key: "e",
    revision: 1,
    messages: [{ role: "user", content: "x" }],
    at: "2026-01-01T00:00:00.000Z",
    recordedAt: "2026-01-01T00:00:00.000Z",
    status: "pending",
    attempts: 0,
    request: {},
  };
  const summary = {
    type: "summary",
    userId: "mallory",
    key: "not the digest",
    revision: 1,
    summary: "x",
    summarizedUntil: "2026-01-01T00:00:00.000Z",
    messageCount: 1,
  };
  const bad: [problem: string, value: unknown][] = [
    ["is not JSON", "{]"],
    ["is neither an object nor a string", 12],
    ["is neither an object nor a string", null],
    ["is none of", { hello: 1 }],
    ["is none of", { ...version, type: "constructor" }],
    ["is of format version 3", { ...header, formatVersion: 3 }],
    ["is no header", { ...header, counts: 7 }],
    ["has no valid scope", { ...version, userId: undefined }],
    ["has no valid scope", { ...version, userId: 7 }],
    ['needs "text" to be a string', { ...version, text: 7 }],
    ['needs "text" not to be blank', { ...version, text: " " }],
    ['needs "text" to be a string', { ...version, text: undefined }],
    ['needs "metadata" to be an object', { ...version, metadata: [] }],
    ['needs "entities" to be an array', { ...version, entities: [1] }],
    ['needs "validFrom" to be a time', { ...version, validFrom: "yesterday" }],
    ['needs "pinned" to be true or false', { ...version, pinned: "yes" }],
    ['needs "kind" to be fact or', { ...version, kind: "secret" }],
    ['needs "status" to be current or', { ...version, status: "pending" }],
    ['needs "slot" to be a whole number', { ...version, slot: 0 }],
    ['needs "revision" to be a whole number', { ...version, revision: 2 ** 31 - 1 }],
    ['needs "key" to be', { ...version, key: "y@1" }],
    ["is current, and superseded", { ...version, supersededAt: version.validFrom }],
    ['has "scope", which no version has', { ...version, scope: "u:alice" }],
    ['needs "vector" to be base64', { ...version, vector: "AAAA" }],
    [
      'has a "vector" that points nowhere',
      { ...version, vector: Buffer.alloc(256).toString("base64") },
    ],
    ["has bad messages", { ...episode, messages: "[]" }],
    ["has bad messages.0.role", { ...episode, messages: [{ role: "root", content: "" }] }],
    ["has bad request.recalled", { ...episode, request: { recalled: "x" } }],
    ['has a "key" that is not that of its scope', summary],
    ["is nested more than 200 levels deep", '{"memory":'.repeat(1_000)],
    [
      "is no memory: metadata has",
      { memory: "x", user_id: "m", metadata: { x: "y".repeat(40_000) } },
    ],
    ["is no memory: memory must be", { memory: "", user_id: "m" }],
    ['needs "created_at" to be a time', { memory: "x", user_id: "m", created_at: "never" }],
  ];
  test("rejects with its number and what was expected, and nothing of the import is kept", async () => {
    const { memory, uri } = await openTestMemory();
    await memory.put("Is there before", alice);
    const before = await readStore(uri);
    for (const [problem, value] of bad) {
      const line = typeof value === "string" ? value : JSON.stringify(value);
      const refused = memory.import(`${JSON.stringify(header)}\n${line}`);
      await expect(refused).rejects.toThrow(`Line 2 of the import ${problem}`);
      await expect(refused).rejects.toThrow(InvalidInputError);
    }
    await expect(memory.import(JSON.stringify(version))).rejects.toThrow(
      "comes without the header",
    );
    expect(await readStore(uri)).toEqual(before);

    const many = Array.from({ length: 700 }, (_, index) => JSON.stringify(`Xylophone ${index}`));
    const source = [...many, "[}"].join("\n");
    await expect(memory.import(source, { scope: bob })).rejects.toThrow("Line 701");
    expect(await readStore(uri)).toEqual(before);
    expect(await findBytes(uri, ["Xylophone", "bob"])).toEqual([]);
  });

  test("is one of another scope than the call names, or that is somebody else's", async () => {
    const { memory, uri } = await openTestMemory();
    const { id } = await memory.put("Is Alice's", { ...alice, source: "I am Alice" });
    const before = await readStore(uri);
    const key = before.episodes[0]?.key;
    const forged = [
      { ...version, lineage: id, key: `${id}@1`, memoryId: id },
      { ...version, lineage: id, key: `${id}@2`, slot: 2, memoryId: id },
      { ...episode, key },
      { id, memory: "Is Mallory's", user_id: "mallory" },
    ];
    for (const value of forged) {
      const source = `${JSON.stringify(header)}\n${JSON.stringify(value)}`;
      await expect(memory.import(source)).rejects.toThrow("of somebody else");
    }
    const elsewhere = memory.import(
      [header, version].map((value) => JSON.stringify(value)),
      { scope: bob },
    );
    await expect(elsewhere).rejects.toThrow("another scope");
    const [first, second] = [
      { ...version, supersededAt: version.validFrom, status: "superseded" },
      { ...version, key: "x@2", slot: 2, userId: "bob" },
    ];
    for (const pair of [
      [first, second],
      [{ ...second, userId: "mallory" }, version],
    ]) {
      const source = [header, ...pair].map((value) => JSON.stringify(value));
      await expect(memory.import(source)).rejects.toThrow(/somebody else|has a successor/);
    }
    expect(await readStore(uri)).toEqual(before);
  });
});

test("an import that is aborted, or whose embedder or source fails, keeps nothing", async () => {
  const { memory, uri, reopen } = await openTestMemory();
  await memory.put("Is there before", alice);
  const before = await readStore(uri);
  const texts = Array.from({ length: 600 }, (_, index) => JSON.stringify(`Text ${index}`));
  const controller = new AbortController();
  const aborted = memory.import(texts, {
    scope: bob,
    signal: controller.signal,
    onProgress: () => controller.abort(new Error("enough")),
  });
  await expect(aborted).rejects.toThrow("enough");
  async function* broken() {
    yield* texts;
    throw new Error("broken pipe");
  }
  await expect(memory.import(broken(), { scope: bob })).rejects.toThrow("broken pipe");
  let calls = 0;
  const failing = reopen({
    retries: 0,
    embedder: {
      ...embedder,
      embed: async (...input) => {
        if (++calls > 1) throw new Error("no quota");
        return embedder.embed(...input);
      },
    },
  });
  await expect(failing.import(texts, { scope: bob })).rejects.toThrow("no quota");
  expect(await readStore(uri)).toEqual(before);
});
