import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { findBytes, findInRows } from "../__fixtures__/find-bytes.ts";
import { newFolder } from "../__fixtures__/open-test-memory.ts";
import { ModelCallError } from "../errors.ts";
import { createMemory, type Memory } from "../memory.ts";
import type { MemoryVersion } from "../record.ts";
import type { MemoryOptions } from "../settings.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { scriptedModel } from "../testing/scripted-model.ts";

const USER = "Zorbulax Quimby 77";
const zorbulax = { userId: USER };
/** Each stands in another place of what is kept of the user. */
const MARKERS = Array.from({ length: 20 }, (_, index) => `xylo${index}phone`);
/** The forms that the user's id has in keys and columns. */
const IDS = [USER, "Zorbulax", "Quimby", "%0020Quimby"];
const OTHERS = Array.from({ length: 40 }, (_, index) => ({ userId: `user-${index}` }));

/** A folder with the data of all, copied by each test. */
let master: string;
beforeAll(async () => {
  master = await mkdtemp(join(tmpdir(), "palimpsest-"));
  await fill(master);
  return async () => rm(master, { recursive: true });
}, 60_000);

test("the markers are all there before", async () => {
  const inRows = await findInRows(master, MARKERS, { mostVersions: 1 });
  const found = [...(await findBytes(master, MARKERS)), ...inRows];
  expect(MARKERS.filter((marker) => !found.some((one) => one.startsWith(`${marker} in`)))).toEqual(
    [],
  );
  const entries = await readdir(master, { recursive: true });
  expect(entries.filter((path) => path.includes("_indices")).length).toBeGreaterThan(20);
});

describe("after a user was forgotten", () => {
  test("no byte of the user is left, and everyone else is as before", async () => {
    const folder = await copyOfMaster();
    const memory = open(folder);
    const before = await describeOthers(memory);
    const receipt = await memory.forget(zorbulax);
    // What it holds still, it holds open.
    await expectNoTrace(folder);
    expect(receipt).toMatchObject({ scope: zorbulax, erased: { relations: 0, summaries: 1 } });
    expect(receipt.erased.memories).toBeGreaterThan(10);
    expect(receipt.erased.versions).toBeGreaterThan(receipt.erased.memories);
    expect(receipt.erased.episodes).toBeGreaterThan(10);
    expect(receipt.erased.decisions).toBeGreaterThan(10);
    expect(receipt.idsHash).toMatch(/^[\da-f]{64}$/);
    expect(await memory.count({ ...zorbulax, include: ["subtree", "superseded"] })).toBe(0);
    expect(await memory.episodes({ ...zorbulax, include: "subtree" })).toEqual({ results: [] });
    expect(await memory.search("xylo0phone", zorbulax)).toEqual({ results: [] });
    expect(await describeOthers(memory)).toEqual(before);
    expect((await memory.forget(zorbulax)).erased).toMatchObject({ versions: 0, episodes: 0 });
    await memory.close();
    await expectNoTrace(folder);
    const again = open(folder);
    expect(await describeOthers(again)).toEqual(before);
    await again.put("Likes xylophones", zorbulax);
    expect(await again.count(zorbulax)).toBe(1);
    await again.close();
  });

  test("nothing is left of what killed processes and quarantines had put aside", async () => {
    const folder = await copyOfMaster();
    const entries = await readdir(folder);
    const memories = entries.find((name) => name.startsWith("memories_")) ?? "";
    for (const table of [memories, "episodes.lance", "sessions.lance", "decisions.lance"]) {
      for (const part of ["data/0101.lance", "_transactions/7-a.txn", "_quarantine/1.manifest"]) {
        await mkdir(join(folder, table, part.split("/", 1)[0] ?? ""), { recursive: true });
        await writeFile(join(folder, table, part), `left over: ${MARKERS[3]} ${USER}`);
      }
      const index = join(folder, table, "_indices/0b6f3f0e-6f6b-4a55-9d2f-6c1b8b9b3c11");
      await mkdir(index, { recursive: true });
      await writeFile(join(index, "part_0_tokens.lance"), MARKERS[4] ?? "");
      await writeFile(join(folder, table, "data/.tmp77"), MARKERS[5] ?? "");
      await writeFile(join(folder, table, "_versions/9.manifest#1"), MARKERS[6] ?? "");
    }
    const memory = open(folder);
    const before = await describeOthers(memory);
    await memory.forget(zorbulax);
    await expectNoTrace(folder);
    expect(await describeOthers(memory)).toEqual(before);
    await memory.close();
  }, 60_000);
});

describe("a process that is killed while it forgets", () => {
  for (const delayMs of [0, 40, 200]) {
    test.concurrent(`${delayMs} ms after it wrote that down has forgotten when the folder is opened again`, async ({
      expect: expectHere,
      onTestFinished,
    }) => {
      const folder = join(await newFolderFor(onTestFinished), "store");
      await cp(master, folder, { recursive: true });
      const child = startForgetting(folder);
      await once(child, "message");
      child.send("go");
      await recordIn(folder);
      await setTimeout(delayMs);
      child.kill("SIGKILL");
      await once(child, "exit");

      const memory = open(folder);
      expectHere(await memory.count({ ...zorbulax, include: "subtree" })).toBe(0);
      expectHere(await memory.count({ userId: "user-7" })).toBe(28);
      const { results } = await memory.search("hobby number 12", { userId: "user-7" });
      expectHere(results[0]?.memory).toBe("Has the hobby number 12");
      await memory.close();
      const traces = [
        ...(await findBytes(folder, [...MARKERS, ...IDS])),
        ...(await findInRows(folder, [...MARKERS, ...IDS])),
      ];
      expectHere(traces).toEqual([]);
      const names = await readdir(folder);
      expectHere(names.filter((name) => name.startsWith("erasure_"))).toEqual([]);
    }, 120_000);
  }
});

test("other processes go on reading and writing while one forgets", async () => {
  const folder = await copyOfMaster();
  const memory = open(folder);
  const before = await describeOthers(memory);
  const child = startForgetting(folder);
  await once(child, "message");
  const ended = Promise.all([once(child, "message"), once(child, "exit")]);
  child.send("go");
  const bob = { userId: "bob" };
  let puts = 0;
  while (child.exitCode === null || puts < 5) {
    await memory.put(`Bob has the number ${++puts}`, bob);
    const { results } = await memory.search("hobby number 12", { userId: "user-7" });
    expect(results[0]?.memory).toBe("Has the hobby number 12");
    expect(await memory.count({ userId: "user-7" })).toBe(28);
  }
  const [[erased], [code]] = await ended;
  expect({ code, erased }).toMatchObject({ code: 0, erased: { relations: 0, summaries: 1 } });
  expect(await memory.count({ ...zorbulax, include: "subtree" })).toBe(0);
  await expectNoTrace(folder);
  expect(await memory.count(bob)).toBe(puts);
  expect(await describeOthers(memory)).toEqual(before);
  await memory.close();
}, 60_000);

function open(uri: string, options: MemoryOptions = {}): Memory {
  return createMemory({
    uri,
    model: scriptedModel(),
    embedder: hashEmbedder(),
    durability: "os",
    ...options,
  });
}

async function copyOfMaster(): Promise<string> {
  const folder = join(await newFolder(), "store");
  await cp(master, folder, { recursive: true });
  return folder;
}

/** Concurrent tests have their own way of saying what is to be done at their end. */
async function newFolderFor(onFinished: (work: () => Promise<void>) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-"));
  onFinished(async () => rm(folder, { recursive: true }));
  return folder;
}

function startForgetting(folder: string): ChildProcess {
  return fork(new URL("../__fixtures__/forgetting.ts", import.meta.url), [folder, USER], {
    execArgv: [],
  });
}

/** Resolves when an erasure is written down in a folder. */
async function recordIn(folder: string): Promise<void> {
  for (;;) {
    const paths = await readdir(folder, { recursive: true }).catch(() => []);
    if (paths.some((path) => /erasure_.*\.manifest$/.test(path))) return;
    await setTimeout(1);
  }
}

async function expectNoTrace(folder: string): Promise<void> {
  expect(await findBytes(folder, [...MARKERS, ...IDS])).toEqual([]);
  expect(await findInRows(folder, [...MARKERS, ...IDS])).toEqual([]);
}

/** What some of the others have and find. */
async function describeOthers(memory: Memory) {
  const parts = OTHERS.filter((_, index) => index % 8 === 0).map(async (scope) => {
    const { results: records } = await memory.list({ ...scope, include: ["superseded"] });
    const histories: MemoryVersion[][] = [];
    for (const { id } of records.slice(0, 3)) {
      histories.push((await memory.history(id, scope)).results);
    }
    const { results } = await memory.search("hobby number 12", { ...scope, limit: 9 });
    // Words weigh by how rare they are among all memories, so scores move a little.
    const matches = results.map(({ score, ...match }) => ({ ...match, score: score.toFixed(1) }));
    const { results: episodes } = await memory.episodes(scope);
    return { records, histories, matches, episodes };
  });
  return Promise.all(parts);
}

/** Forty users, more than enough rows for indexes, and one of whom something stands everywhere. */
async function fill(folder: string): Promise<void> {
  const [
    m0 = "",
    m1,
    m2,
    m3,
    m4,
    m5,
    m6,
    m7,
    m8,
    m9,
    m10 = "",
    m11,
    m12,
    m13,
    m14 = "",
    m15,
    m16,
    m17,
    m18,
    m19,
  ] = MARKERS;
  const model = scriptedModel({
    record_facts: [
      { facts: [{ text: `Plays the ${m0}`, quote: `play the ${m1}`, entities: [m2], value: m3 }] },
      { facts: [{ text: `Plays the ${m0} and ${m4}` }] },
      { facts: [{ text: `Is ${m5}`, quote: `never said ${m5}` }] },
      { facts: [{ text: `Has no ${m0}` }] },
      { facts: [] },
    ],
    decide: [
      { decisions: [{ fact: 1, operation: "UPDATE", target: "m1", reason: `Now ${m6} too.` }] },
      { decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: `No ${m7}.` }] },
    ],
    write_summary: [{ summary: `They talk of ${m8}.` }],
  });
  const memory = open(folder, { model, retries: 0, summaryEvery: 4 });
  // All at once: a commit of many takes as long as that of one.
  const filled = OTHERS.map(async (scope) => {
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    const puts = await Promise.all(
      numbers.map((number) => memory.put(`Has the hobby number ${number}`, scope)),
    );
    await memory.update(puts[0]?.id ?? "", { text: "Has the hobby number one hundred" }, scope);
    await memory.delete(puts[1]?.id ?? "", scope);
    await memory.delete(puts[2]?.id ?? "", scope);
    await memory.put("Talks", { ...scope, sessionId: "s", source: "I talk" });
  });
  await Promise.all(filled);
  const session = { ...zorbulax, sessionId: "s1" };
  await memory.add(`I play the ${m1}`, session);
  await memory.add(`and the ${m9}`, { ...session, metadata: { note: m10 } });
  await memory.add("nothing", session);
  await memory.add(`no ${m0} any more`, session);
  await memory.idle();
  const put = await memory.put(`Sings ${m11}`, { ...zorbulax, source: `I sing ${m12}` });
  await memory.update(put.id, { text: `Sings ${m13}` }, zorbulax);
  await memory.update(put.id, { metadata: { key: m14 } }, zorbulax);
  await memory.delete(put.id, zorbulax);
  await memory.undo(
    (await memory.delete((await memory.put(`Is ${m15}`, zorbulax)).id, zorbulax)).decisionId,
    zorbulax,
  );
  await memory.put(`Agent ${m16}`, { ...zorbulax, agentId: `for ${USER}` });
  await memory.add([{ role: "tool", content: m17 ?? "" }], {
    ...zorbulax,
    idempotencyKey: `${USER} ${m17}`,
    instructions: `Heed ${m18}`,
  });
  for (let turn = 0; turn < 12; turn++)
    await memory.put(`Turn ${turn}`, { ...session, source: "x" });
  model.follow({ record_facts: [new ModelCallError("down", { retryable: false })] });
  const { report } = await memory.add(`pending ${m19}`, session);
  expect(report.status).toBe("pending");
  // So that rows of the user stand in files with many of others, which no compaction rewrites.
  await memory.maintain();
  await memory.close();
}
