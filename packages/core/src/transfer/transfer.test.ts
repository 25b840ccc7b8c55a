import { describe, expect, onTestFinished, test, vi } from "vitest";
import { findBytes } from "../__fixtures__/find-bytes.ts";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { InvalidInputError, ModelCallError } from "../errors.ts";
import { lanceDBStore } from "../lancedb/lancedb-store.ts";
import type { Memory } from "../memory.ts";
import type { Message } from "../record.ts";
import type { Scope } from "../scope.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { scriptedModel } from "../testing/scripted-model.ts";
import type { ImportProgress } from "./import.ts";
import type { TextSource } from "./split-json.ts";

const alice = { userId: 'al"ice\n\uD800 ü' };
const bob = { userId: "bob" };
const embedder = hashEmbedder();
const space = { embedder: embedder.id, dimensions: embedder.dimensions };

describe("a store that is imported into an empty folder", () => {
  for (const vectors of [true, false]) {
    test(`equals the one it came from, ${vectors ? "with" : "without"} its vectors`, async () => {
      const from = await openTestMemory(scripted());
      await fill(from.memory);
      const lines = await exportAll(from.memory, vectors);
      const to = await openTestMemory();
      const embed = vi.spyOn(embedder, "embed");
      onTestFinished(() => embed.mockRestore());
      const target = to.reopen({ embedder });
      const result = await target.import(lines.join(""));
      expect(embed.mock.calls.length === 0).toBe(vectors);
      const header = JSON.parse(lines[0] ?? "") as { counts: object };
      expect(header.counts).toEqual({ version: 9, episode: 5, decision: 10, summary: 2 });
      expect(result.imported).toMatchObject({
        versions: 10,
        episodes: 5,
        decisions: 11,
        summaries: 2,
      });
      expect(result.skipped).toBe(0);
      await target.close();

      const [before, after] = [await readStore(from.uri), await readStore(to.uri)];
      expect(before.memories.length).toBe(10);
      expect(after.episodes).toEqual(before.episodes);
      expect(after.sessions).toEqual(before.sessions);
      expect(after.decisions).toEqual(before.decisions);
      expect(after.memories).toEqual(before.memories);
      const copy = to.reopen();
      expect(await exportAll(copy, vectors)).toEqual(lines);
      expect(await copy.import(lines)).toMatchObject({ imported: NOTHING, skipped: 28 });
      expect(await readStore(to.uri)).toEqual(after);
      for (const memory of [from.memory, copy]) {
        const { results } = await memory.search("tea", alice);
        expect(results[0]?.memory).toBe("Likes tea and milk");
        const { results: versions } = await memory.history(results[0]?.id ?? "", alice);
        expect(versions.map((version) => version.memory)).toEqual([
          "Likes tea",
          "Likes tea and milk",
        ]);
        await memory.undo(versions[1]?.decisionId ?? "", alice);
        const [now] = (await memory.search("tea", alice)).results;
        expect(now?.memory).toBe("Likes tea");
      }
    });
  }

  test("goes on with what was pending", async () => {
    const from = await openTestMemory({ retries: 0, script: { record_facts: [DOWN] } });
    await from.memory.add("I like tea", alice);
    const lines = await exportAll(from.memory, false);
    const { memory } = await openTestMemory({
      script: { record_facts: [{ facts: [{ text: "Likes tea" }] }] },
    });
    await memory.import(lines);
    await memory.idle();
    expect((await memory.list(alice)).results).toMatchObject([{ memory: "Likes tea" }]);
  });

  test("is as good when its lines come in pieces, and says how far it is", async () => {
    const from = await openTestMemory();
    await Promise.all(
      Array.from({ length: 600 }, (_, index) => from.memory.put(`Number ${index} ü`, alice)),
    );
    const lines = await collect(from.memory.export(alice));
    const bytes = Buffer.from(lines.join("").replaceAll("\n", "\r\n"));
    const { memory, uri } = await openTestMemory();
    const onProgress = vi.fn<(progress: ImportProgress) => void>();
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 777)
          controller.enqueue(bytes.subarray(at, at + 777));
        controller.close();
      },
    });
    await memory.import(pieces, { onProgress });
    expect(onProgress.mock.calls.map(([progress]) => progress)).toEqual([
      { done: 256, total: 1200 },
      { done: 512, total: 1200 },
      { done: 768, total: 1200 },
      { done: 1024, total: 1200 },
      { done: 1200, total: 1200 },
    ]);
    await from.memory.close();
    expect((await readStore(uri)).memories).toHaveLength(600);
    expect(await readStore(uri)).toEqual(await readStore(from.uri));
  });
});

test("an import keeps what it says otherwise of a fact that the folder has learned, too", async () => {
  const script = { record_facts: [{ facts: [{ text: "Likes tea" }] }] };
  const [from, to] = [await openTestMemory({ script }), await openTestMemory({ script })];
  for (const { memory } of [from, to]) await memory.add("I like tea", bob);
  const { id = "" } = (await from.memory.list(bob)).results[0] ?? {};
  await from.memory.update(id, { text: "Likes tea and milk" }, bob);
  const lines = await exportAll(from.memory, false);
  for (const versions of [2, 0]) {
    expect((await to.memory.import(lines)).imported.versions).toBe(versions);
    const { results } = await to.memory.list(bob);
    const texts = results.map(({ memory }) => memory);
    expect(texts.toSorted()).toEqual(["Likes tea", "Likes tea and milk"]);
  }
  const { results } = await to.memory.history(id, bob);
  expect(results.map(({ memory }) => memory)).toEqual(["Likes tea", "Likes tea and milk"]);
});

describe("an export", () => {
  test("holds what carries exactly the ids, or what is under them, and nobody else's", async () => {
    const { memory } = await openTestMemory();
    for (const scope of [alice, { ...alice, sessionId: "s" }, bob, { agentId: "a" }]) {
      await memory.put("Likes tea", scope);
    }
    const scopes = async (scope: Scope, include?: "subtree") =>
      (await collect(memory.export({ ...scope, include })))
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter(({ type }) => type === "version")
        .map(({ userId, sessionId }) => ({ userId, sessionId }));
    expect(await scopes(bob)).toEqual([bob]);
    expect(await scopes(alice)).toEqual([{ ...alice }]);
    expect(await scopes(alice, "subtree")).toHaveLength(2);
    expect(await scopes({ sessionId: "s" })).toEqual([]);
    await expect(collect(memory.export({} as Scope))).rejects.toThrow(InvalidInputError);
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    await expect(collect(memory.export({ ...bob, signal: controller.signal }))).rejects.toThrow(
      "enough",
    );
    await memory.close();
    await expect(collect(memory.export(bob))).rejects.toThrow("closed");
  });
});

describe("an import of mem0's", () => {
  const records = [
    {
      id: "7c1b",
      memory: "Likes tea",
      hash: "0d",
      user_id: "bob",
      agent_id: null,
      run_id: "r1",
      metadata: { source: "chat" },
      created_at: "2024-07-01T12:00:00.123456-07:00",
      updated_at: null,
      score: 0.3,
    },
    {
      memory: "Likes milk",
      userId: "bob",
      createdAt: "2024-07-01T00:00:00Z",
      updatedAt: "2024-08-01T00:00:00Z",
    },
    { id: "9", memory: "Likes rice", metadata: null },
  ];
  const shapes: [name: string, source: TextSource][] = [
    ["results", JSON.stringify({ results: records, relations: [] }, null, 2)],
    ["an array", JSON.stringify(records)],
    ["lines", records.map((record) => `${JSON.stringify(record)}\n`)],
  ];
  test.each(shapes)("takes %s, and the same twice", async (_, source) => {
    const { memory } = await openTestMemory();
    expect(await memory.import(source, { scope: bob })).toMatchObject({
      imported: { versions: 3 },
      skipped: 0,
    });
    expect(await memory.import(source, { scope: bob })).toMatchObject({
      imported: { versions: 0 },
      skipped: 3,
    });
    const tea = await memory.get("7c1b", { ...bob, sessionId: "r1" });
    expect(tea).toMatchObject({
      memory: "Likes tea",
      sessionId: "r1",
      metadata: { source: "chat" },
      validFrom: new Date("2024-07-01T19:00:00.123Z"),
      origin: "person",
    });
    const { results } = await memory.search("milk", bob);
    expect(results[0]).toMatchObject({ memory: "Likes milk", validFrom: new Date("2024-08-01") });
    expect(await memory.count(bob)).toBe(2);
    const { results: versions } = await memory.history("9", bob);
    await memory.undo(versions[0]?.reportId ?? "", bob);
    expect(await memory.count({ ...bob, include: "subtree" })).toBe(0);
  });

  test("takes a list of texts under the scope of the call, and the same twice", async () => {
    const { memory } = await openTestMemory();
    for (const source of ['["Likes tea","Likes milk"]', '"Likes tea"\n"Likes rice"\n']) {
      await memory.import(source, { scope: alice });
    }
    expect(await memory.count(alice)).toBe(3);
    await expect(memory.import('"Likes tea"')).rejects.toThrow("Line 1 of the import is no memory");
  });
});

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

const NOTHING = { versions: 0, episodes: 0, decisions: 0, summaries: 0 };
const DOWN = new ModelCallError("down", { retryable: false });
const scripted = () => ({
  retries: 0,
  summaryEvery: 2,
  model: scriptedModel({
    record_facts: [
      { facts: [{ text: "Likes tea", quote: "like tea", entities: ["tea"], importance: 3 }] },
      { facts: [{ text: "Likes tea and milk" }, { text: "x", quote: "never said" }] },
      {
        facts: [
          { text: "Lives in Berlin", attribute: "home", value: "Berlin", cardinality: "one" },
        ],
      },
      {
        facts: [{ text: "Lives in Paris", attribute: "home", value: "Paris", cardinality: "one" }],
      },
    ],
    decide: [
      {
        decisions: [
          {
            fact: 1,
            operation: "UPDATE",
            target: "m1",
            text: "Likes tea and milk",
            reason: "more",
          },
        ],
      },
      { decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] },
      { decisions: [{ fact: 1, operation: "ADD", reason: "new" }] },
    ],
  }),
});

async function fill(memory: Memory): Promise<void> {
  const session = { ...alice, sessionId: "s1" };
  const messages: Message[] = [
    { role: "user", content: "I like tea" },
    { role: "assistant", content: 'Noted: "tea"\n' },
  ];
  await memory.add(messages, { ...session, metadata: { nested: { list: [1, null, "x"] } } });
  await memory.add("with milk", session);
  await memory.add("I live in Berlin", { ...alice, idempotencyKey: "k" });
  await memory.add("I moved to Paris", { ...alice, at: new Date("2026-05-05T05:05:05.005Z") });
  await memory.idle();
  const put = await memory.put("Sings", { ...alice, agentId: "a", pinned: true, source: "I sing" });
  await memory.update(
    put.id,
    { metadata: { a: 1 }, expiresAt: new Date(4e12) },
    { ...alice, agentId: "a" },
  );
  await memory.delete(put.id, { ...alice, agentId: "a" });
  await memory.undo((await memory.put("Wrong", alice)).decisionId, alice);
  await memory.put("Is Bob", bob);
}

async function exportAll(memory: Memory, vectors: boolean): Promise<string[]> {
  const options = { include: "subtree", vectors } as const;
  return [
    ...(await collect(memory.export({ ...alice, ...options }))),
    ...(await collect(memory.export({ ...bob, ...options }))),
  ];
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

/** Every row of every table, as another process reads them. */
async function readStore(uri: string) {
  const store = await lanceDBStore({ uri, durability: "os" })(space);
  const everyone = { type: "everyone" } as const;
  const byKey = { orderBy: { column: "key" } } as const;
  const episodes = await store.episodes.find(everyone, byKey);
  const rows = {
    memories: await store.memories.find(everyone, { ...byKey, withVector: true }),
    // What work on them cost, and when, is of this store alone.
    episodes: episodes.map(
      ({ attemptedAt: _at, modelCalls: _calls, tokens: _tokens, ...row }) => row,
    ),
    sessions: await store.sessions.find(everyone, byKey),
    decisions: await store.decisions.find(everyone, byKey),
  };
  await store.close();
  return rows;
}
