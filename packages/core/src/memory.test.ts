import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { newFolder, openTestMemory } from "./__fixtures__/open-test-memory.ts";
import { ClosedError, InvalidInputError, MemoryError, StoreError } from "./errors.ts";
import { createMemory, type Memory } from "./memory.ts";
import { lexicalEmbedder } from "./models/lexical-embedder.ts";
import type { MemoryOptions } from "./settings.ts";
import { hashEmbedder } from "./testing/hash-embedder.ts";
import { scriptedModel } from "./testing/scripted-model.ts";

const alice = { userId: "alice" };

test("creating a memory touches nothing; the first call opens it, racing ones too", async () => {
  const uri = join(await newFolder(), "not", "there", "yet");
  const opened = vi.fn<() => void>();
  await using memory = createMemory({
    uri,
    model: scriptedModel(),
    embedder: hashEmbedder(),
    onEvent: ({ type }) => type === "opened" && opened(),
  });
  expect(opened).not.toHaveBeenCalled();
  await Promise.all([memory.put("A", alice), memory.put("B", alice), memory.count(alice)]);
  expect(await memory.count(alice)).toBe(2);
  expect(opened).toHaveBeenCalledOnce();
});

test("without a key the local models are in use, and an event says so once", async () => {
  vi.stubEnv("OPENAI_API_KEY", "");
  const { memory, events } = await openTestMemory({ model: undefined, embedder: undefined });
  await memory.put("A", alice);
  await memory.put("B", alice);
  expect(events.filter(({ type }) => type === "opened")).toMatchObject([
    { model: "local/rules-1", embedder: "palimpsest/lexical-2", defaults: "local" },
  ]);
  expect(await memory.info()).toMatchObject({ model: "local/rules-1", defaults: "local" });
  vi.unstubAllEnvs();
});

test("with a key OpenAI's are, and nothing is asked before there is something to ask", async () => {
  vi.stubEnv("OPENAI_API_KEY", "sk-test");
  const { memory } = await openTestMemory({ model: undefined, embedder: undefined });
  expect(await memory.info()).toMatchObject({
    model: "openai/gpt-4.1-nano",
    embedder: "openai/text-embedding-3-small",
    dimensions: 1_536,
    defaults: "openai",
  });
  vi.unstubAllEnvs();
});

test("what one memory wrote, the next one on the folder reads", async () => {
  const { memory, reopen } = await openTestMemory();
  const { id } = await memory.put("User likes tea", {
    ...alice,
    metadata: { a: [1, { b: null }] },
  });
  await memory.close();
  const later = reopen();
  expect(await later.get(id, alice)).toMatchObject({
    memory: "User likes tea",
    metadata: { a: [1, { b: null }] },
  });
  expect((await later.search("tea", alice)).results).toMatchObject([{ id }]);
});

test("after close every call rejects, and close may be called again", async () => {
  const { memory } = await openTestMemory();
  await memory.put("A", alice);
  await Promise.all([memory.close(), memory.close()]);
  await memory[Symbol.asyncDispose]();
  const calls: ((memory: Memory) => Promise<unknown>)[] = [
    (m) => m.add("x", alice),
    (m) => m.search("x", alice),
    (m) => m.list(alice),
    (m) => m.info(),
    (m) => m.maintain(),
    (m) => m.idle(),
    (m) => m.forget(alice),
    (m) => m.import('"x"', { scope: alice }),
  ];
  for (const call of calls) await expect(call(memory)).rejects.toBeInstanceOf(ClosedError);
});

test("closing waits for the calls under way", async () => {
  const { memory, reopen } = await openTestMemory();
  const put = memory.put("User likes tea", alice);
  await memory.close();
  await expect(put).resolves.toMatchObject({ event: "ADD" });
  expect(await reopen().count(alice)).toBe(1);
});

test("a folder that cannot be one is a StoreError, and the next call tries again", async () => {
  const file = join(await newFolder(), "file");
  await writeFile(file, "not a folder");
  await using memory = createMemory({
    uri: file,
    model: scriptedModel(),
    embedder: hashEmbedder(),
  });
  await expect(memory.count(alice)).rejects.toBeInstanceOf(StoreError);
  await expect(memory.count(alice)).rejects.toMatchObject({ code: "store" });
});

test("a folder that was written with another embedder says which", async () => {
  const { memory, reopen } = await openTestMemory();
  await memory.put("A", alice);
  await memory.close();
  await expect(reopen({ embedder: lexicalEmbedder() }).count(alice)).rejects.toThrow(
    /testing\/hash-64/,
  );
  expect(await reopen().count(alice)).toBe(1);
});

test("maintain puts every table in order, and info says what they are made of", async () => {
  const { memory } = await openTestMemory();
  for (const text of ["A", "B", "C"]) await memory.put(text, alice);
  const before = await memory.info();
  expect(before.tables.memories).toMatchObject({ fragments: 3, unindexedRows: 3 });
  expect(before.tables.memories.bytes).toBeGreaterThan(1_000);
  const { tables, durationMs } = await memory.maintain();
  expect(durationMs).toBeGreaterThan(0);
  expect(tables.memories.before).toEqual(before.tables.memories);
  expect(tables.memories.after).toMatchObject({ fragments: 1, unindexedRows: 0 });
  expect(tables.memories.after.versions).toBeLessThan(tables.memories.before.versions);
  const after = await memory.info();
  expect(after.tables.memories).toEqual(tables.memories.after);
  expect(after.tables.memories.lastMaintenance).toMatchObject({ durationMs: expect.any(Number) });
  expect(after.rows).toEqual(before.rows);
  expect((await memory.search("B", alice)).results).toHaveLength(1);
});

test("a damaged table is opened as it was before, and an event says so", async () => {
  const { memory, reopen, uri, events } = await openTestMemory();
  await memory.put("User likes tea", alice);
  await memory.put("User likes rice", alice);
  await memory.close();
  const table = (await readdir(uri)).find((name) => name.startsWith("memories_")) ?? "";
  const versions = join(uri, table, "_versions");
  const [head = ""] = (await readdir(versions)).toSorted();
  await writeFile(join(versions, head), "");
  const later = reopen();
  expect((await later.list(alice)).results).toMatchObject([{ memory: "User likes tea" }]);
  expect(events.filter(({ type }) => type === "recovered")).toMatchObject([
    {
      table: table.replace(".lance", ""),
      version: expect.any(Number),
      writtenAt: expect.any(Date),
      quarantined: [join(uri, table, "_quarantine", head)],
    },
  ]);
  await later.put("User likes rice", alice);
  expect(await later.count(alice)).toBe(2);
});

const broken = new Error("broken listener");
test.each<[string, MemoryOptions]>([
  ["throws", { onEvent: vi.fn<() => void>().mockThrow(broken) }],
  ["rejects", { onEvent: vi.fn<() => void>().mockRejectedValue(broken) }],
])("a listener that %s fails no call", async (_, options) => {
  const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
  const { memory } = await openTestMemory(options);
  await expect(memory.put("A", alice)).resolves.toMatchObject({ event: "ADD" });
  expect(warn).toHaveBeenCalledWith(broken);
  warn.mockRestore();
});

test("every step says what it did and how long it took", async () => {
  const { memory, events } = await openTestMemory({
    script: { record_facts: [{ facts: [{ text: "User likes tea" }] }] },
  });
  await memory.add("I like tea", alice);
  await memory.search("tea", alice);
  expect(events.map(({ type }) => type)).toEqual([
    "opened",
    "model-called",
    "extracted",
    "embedded",
    "found",
    "judged",
    "written",
    "decided",
    "embedded",
    "searched",
  ]);
  for (const event of events) {
    expect(event).toMatchObject({ durationMs: expect.any(Number) });
  }
});

test.each([
  [{ url: "./x" }],
  [{ uri: "" }],
  [{ uri: 5 }],
  [{ model: "gpt-4.1" }],
  [{ model: { id: "x" } }],
  [{ embedder: { id: "x", dimensions: 0, embed: async () => [] } }],
  [{ modelTimeoutMs: "30s" }],
  [{ addTimeoutMs: 2 ** 31 }],
  [{ retries: -1 }],
  [{ fallback: "maybe" }],
  [{ limits: { memory: 0 } }],
  [{ limits: { bytes: 5 } }],
  [{ onEvent: "log" }],
])("createMemory refuses %j", (options) => {
  expect(() => createMemory(options as MemoryOptions)).toThrow(InvalidInputError);
});

const ofWrongTypes: [name: string, call: (memory: Memory) => Promise<unknown>][] = [
  ["no messages", (m) => m.add([], alice)],
  ["blank text", (m) => m.add(" \n", alice)],
  ["messages without text", (m) => m.add([{ role: "user", content: null }], alice)],
  ["an image only", (m) => m.add([{ role: "user", content: [{ type: "image_url" }] }], alice)],
  ["messages of the wrong type", (m) => m.add(5 as never, alice)],
  ["an unknown role", (m) => m.add([{ role: "admin" as never, content: "x" }], alice)],
  ["a role from the prototype", (m) => m.add([{ role: "toString" as never, content: "x" }], alice)],
  ["content of the wrong type", (m) => m.add([{ role: "user", content: 5 as never }], alice)],
  ["a message that is none", (m) => m.add([null as never], alice)],
  ["too much", (m) => m.add("x".repeat(500_001), alice)],
  ["no scope", (m) => m.add("x", {} as never)],
  ["a scope of the wrong type", (m) => m.search("x", { userId: 5 as never })],
  ["no scope to get by id", (m) => m.get("x", undefined as never)],
  ["no id", (m) => m.get("", alice)],
  ["an id of the wrong type", (m) => m.delete(5 as never, alice)],
  ["a date that is none", (m) => m.add("x", { ...alice, at: new Date("x") })],
  ["an empty key", (m) => m.add("x", { ...alice, idempotencyKey: "" })],
  ["an unknown mode", (m) => m.add("x", { ...alice, mode: "later" as never })],
  ["metadata that is no object", (m) => m.add("x", { ...alice, metadata: "x" as never })],
  ["metadata that is no JSON", (m) => m.put("x", { ...alice, metadata: { x: 1n as never } })],
  ["a blank put", (m) => m.put(" ", alice)],
  ["a put too long", (m) => m.put("x".repeat(2_001), alice)],
  ["an unknown kind", (m) => m.put("x", { ...alice, kind: "rumour" as never })],
  ["no scope to forget", (m) => m.forget(undefined as never)],
  ["no source to import", (m) => m.import(undefined as never)],
  ["a source that is none", (m) => m.import({} as never)],
  ["recalled memories only", (m) => m.add("<recalled-memories>\n- x\n</recalled-memories>", alice)],
];

test.each(ofWrongTypes)(
  "%s rejects with an InvalidInputError, and nothing is written",
  async (_, call) => {
    const { memory } = await openTestMemory();
    const error: unknown = await call(memory).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(MemoryError.isInstance(error) && error.code).toBe("invalid-input");
    expect((await memory.info()).rows).toEqual({
      memories: 0,
      episodes: 0,
      sessions: 0,
      decisions: 0,
    });
  },
);

test("messages of every form are read as text", async () => {
  const { memory } = await openTestMemory();
  await memory.add(
    [
      { role: "developer", content: "Be brief" },
      {
        role: "user",
        name: "Al",
        content: [{ type: "text", text: "Look:" }, { type: "image_url" }],
      },
      { role: "assistant", content: null },
      { role: "assistant", content: "" },
      { role: "tool", content: "42" },
    ],
    alice,
  );
  expect((await memory.episodes(alice)).results[0]?.messages).toEqual([
    { role: "system", content: "Be brief" },
    { role: "user", name: "Al", content: "Look:\n[image_url]" },
    { role: "tool", content: "42" },
  ]);
});

test("text of every kind is kept as it is", async () => {
  const { memory } = await openTestMemory();
  const texts = [
    "quotes ' \" ` and -- ; /* comments */",
    "% _ * ? [a-z] wildcards",
    "line\nbreak, tab\t, NUL \u0000, bell \u0007",
    "emoji 👩‍👩‍👧‍👦 and عربى and 中文 and ไทย",
    "\u202e reversed \u2066 marks \u200b",
    "</recalled-memories>",
    "{{template}} ${literal} <script>alert(1)</script>",
  ];
  for (const text of texts) {
    const { id } = await memory.put(text, alice);
    expect((await memory.get(id, alice))?.memory).toBe(text);
  }
  expect(await memory.count(alice)).toBe(texts.length);
});
