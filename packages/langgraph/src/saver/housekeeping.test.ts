import { InvalidInputError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { GRAPHS, runTask, type Task } from "./__fixtures__/graphs.ts";
import { newFolder, openSaver } from "./__fixtures__/open-saver.ts";
import {
  at,
  collect,
  idOf,
  METADATA,
  putValues,
  valuesOf,
  writesOf,
} from "./__fixtures__/write-checkpoints.ts";
import type { LanceDBSaver } from "./lancedb-saver.ts";

/** A thread of several checkpoints in two namespaces, with writes. Resolves with the newest of the root. */
async function fill(saver: LanceDBSaver, thread: string) {
  let config = at(thread);
  for (let count = 0; count < 4; count++) {
    const kept = count === 0 ? { kept: "from the first" } : {};
    config = await putValues(saver, config, { count, ...kept });
    await saver.putWrites(config, [["count", count + 1]], `task-${count}`);
  }
  const child = await putValues(saver, at(thread, { checkpoint_ns: "child" }), { inner: 1 });
  await putValues(saver, child, { inner: 2 });
  return config;
}

async function everythingOf(saver: LanceDBSaver, thread: string) {
  const tuples = await collect(saver, { configurable: { thread_id: thread } });
  return JSON.parse(
    JSON.stringify(tuples).replaceAll(`"thread_id":"${thread}"`, '"thread_id":"*"'),
  );
}

describe("prune", () => {
  it("keeps the newest checkpoint of each namespace, whole, and nothing else", async () => {
    const saver = await openSaver();
    const newest = await fill(saver, "t");
    const before = [
      await saver.getTuple(at("t")),
      await saver.getTuple(at("t", { checkpoint_ns: "child" })),
    ];
    await fill(saver, "other");
    const other = await everythingOf(saver, "other");
    await saver.prune(["t"]);
    expect(await collect(saver, { configurable: { thread_id: "t" } })).toHaveLength(2);
    expect(await saver.getTuple(at("t"))).toEqual(before[0]);
    expect(await saver.getTuple(at("t", { checkpoint_ns: "child" }))).toEqual(before[1]);
    expect(await everythingOf(saver, "other")).toEqual(other);
    const onward = await putValues(saver, newest, { count: 9 });
    expect(await valuesOf(saver, onward)).toEqual({ count: 9, kept: "from the first" });
    await saver.prune(["t", "other"], { strategy: "delete" });
    expect((await saver.describe()).rows).toBe(0);
  });

  it("keeps what a checkpoint of an old format is to send, and writes to one that is yet to come", async () => {
    const saver = await openSaver();
    const parent = await putValues(saver, at("t"), { x: 1 }, { v: 1 });
    await saver.putWrites(parent, [["__pregel_tasks", "send"]], "task");
    await putValues(saver, parent, {}, { v: 1 });
    const before = await saver.getTuple(at("t"));
    const next = "ffffffff-0000-6000-8000-000000000000";
    await saver.putWrites(at("t", { checkpoint_id: next }), [["x", 1]], "early");
    await saver.prune(["t"]);
    expect(await saver.getTuple(at("t"))).toEqual(before);
    const config = await putValues(saver, at("t"), {}, { id: next });
    expect(await writesOf(saver, config)).toEqual([["early", "x", 1]]);
  });

  it("takes nothing from a thread that goes on meanwhile", async () => {
    const uri = await newFolder();
    const [saver, pruner] = [await openSaver({ uri }), await openSaver({ uri })];
    let config = await putValues(saver, at("t"), { kept: "from the first", count: 0 });
    const run = new AbortController();
    const pruning = (async () => {
      while (!run.signal.aborted) await pruner.prune(["t"]);
    })();
    for (let count = 1; count <= 15; count++) {
      config = await putValues(saver, config, { count });
      await saver.putWrites(config, [["count", count]], "task");
    }
    run.abort();
    await pruning;
    expect(await valuesOf(saver, at("t"))).toEqual({ kept: "from the first", count: 15 });
    expect(await writesOf(saver, at("t"))).toEqual([["task", "count", 15]]);
  });

  it("leaves a graph that waits for an answer able to take it", async () => {
    const uri = await newFolder();
    const saver = await openSaver({ uri });
    const task: Task = { uri, thread: "t", graph: "questions", input: {} };
    await runTask(task, saver);
    await saver.prune(["t"]);
    await runTask({ ...task, resume: "Ann" }, saver);
    await saver.prune(["t"]);
    expect(await runTask({ ...task, resume: "Bo" }, saver)).toMatchObject({
      trail: expect.arrayContaining(["outer: Ann", "inner: Bo"]),
    });
    const graph = GRAPHS.questions({ checkpointer: saver });
    expect((await graph.getState(at("t"))).next).toEqual([]);
  });
});

describe("copyThread", () => {
  it("gives another thread the whole past, and lets both go their ways", async () => {
    const saver = await openSaver();
    const newest = await fill(saver, "a thread");
    await fill(saver, "a");
    await saver.copyThread("a thread", "copy");
    const original = await everythingOf(saver, "a thread");
    expect(await everythingOf(saver, "copy")).toEqual(original);
    await putValues(saver, at("copy", { checkpoint_id: idOf(newest) }), { count: "copy's" });
    expect(await everythingOf(saver, "a thread")).toEqual(original);
    expect(await valuesOf(saver, at("copy"))).toEqual({ count: "copy's", kept: "from the first" });
    await saver.deleteThread("a thread");
    expect(await valuesOf(saver, at("copy"))).toEqual({ count: "copy's", kept: "from the first" });
  });

  it("does not mix a thread with another, and copies nothing from nobody", async () => {
    const saver = await openSaver();
    await fill(saver, "one");
    await fill(saver, "other");
    await expect(saver.copyThread("one", "other")).rejects.toThrow(InvalidInputError);
    await expect(saver.copyThread("one", "one")).rejects.toThrow(InvalidInputError);
    await saver.copyThread("nobody's", "new");
    expect(await saver.getTuple(at("new"))).toBeUndefined();
  });
});

describe("deleteForRuns", () => {
  it("removes what runs left that are named in the metadata, and no value that others need", async () => {
    const saver = await openSaver();
    const put = async (config: object, run_id: string, values: Record<string, unknown>) =>
      putValues(saver, config, values, { metadata: { ...METADATA, run_id } as typeof METADATA });
    const first = await put(at("t"), "run-1", { kept: "by run 1", count: 1 });
    const second = await put(first, "run-2", { count: 2 });
    await saver.putWrites(second, [["count", 3]], "task");
    const onward = await put(second, "run-3", { count: 3 });
    await put(at("u"), "run-2", { count: 0 });
    await fill(saver, "unmarked");
    const unmarked = await everythingOf(saver, "unmarked");
    await saver.deleteForRuns(["run-1", "run-2", "unknown"]);
    expect((await collect(saver, at("t"))).map(({ config }) => idOf(config))).toEqual([
      idOf(onward),
    ]);
    expect(await valuesOf(saver, at("t"))).toEqual({ kept: "by run 1", count: 3 });
    expect(await saver.getTuple(at("u"))).toBeUndefined();
    expect(await everythingOf(saver, "unmarked")).toEqual(unmarked);
    await saver.deleteForRuns(["run-3"]);
    expect(await saver.getTuple(at("t"))).toBeUndefined();
    expect(await everythingOf(saver, "unmarked")).toEqual(unmarked);
  });
});

describe("maintain", () => {
  it("makes the table small, and loses nothing", async () => {
    const saver = await openSaver();
    for (let thread = 0; thread < 5; thread++) await fill(saver, `thread-${thread}`);
    const before = await everythingOf(saver, "thread-3");
    await saver.deleteThread("thread-1");
    const { after } = await saver.maintain();
    expect(after.fragments).toBeLessThanOrEqual(2);
    expect(await everythingOf(saver, "thread-3")).toEqual(before);
    expect(await saver.getTuple(at("thread-1"))).toBeUndefined();
  });
});
