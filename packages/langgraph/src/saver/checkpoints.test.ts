import { emptyCheckpoint, TASKS, uuid6 } from "@langchain/langgraph-checkpoint";
import { describe, expect, it } from "vitest";
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

// Each is named after what went wrong in another saver.
describe("a fork", () => {
  it("does not read the values of its sibling", async () => {
    const saver = await openSaver();
    const root = await putValues(saver, at("t"), { topic: "root", notes: ["a"] });
    const one = await putValues(saver, root, { topic: "one" });
    const other = await putValues(saver, root, { topic: "other" });
    const onward = await putValues(saver, other, { notes: ["a", "b"] });
    expect(await valuesOf(saver, one)).toEqual({ topic: "one", notes: ["a"] });
    expect(await valuesOf(saver, other)).toEqual({ topic: "other", notes: ["a"] });
    expect(await valuesOf(saver, onward)).toEqual({ topic: "other", notes: ["a", "b"] });
  });

  it("has versions that no sibling has, also after one that only counts", async () => {
    const saver = await openSaver();
    const versions = Array.from({ length: 100 }, () => saver.getNextVersion(undefined));
    expect(new Set(versions).size).toBe(100);
    const [first] = versions;
    expect(String(saver.getNextVersion(first))).toMatch(/^0{31}2\.\d{16}$/);
    expect(String(saver.getNextVersion(41))).toMatch(/^0{30}42\.\d{16}$/);
  });

  it("does not find a sibling's value where it has none, with versions that only count", async () => {
    const saver = await openSaver();
    const root = await putValues(saver, at("t"), {});
    const put = async (channel_values: Record<string, unknown>) =>
      saver.put(
        root,
        { ...emptyCheckpoint(), id: uuid6(0), channel_values, channel_versions: { x: 7 } },
        METADATA,
        { x: 7 },
      );
    await put({ x: "a sibling's" });
    expect(await valuesOf(saver, await put({}))).toStrictEqual({});
  });
});

describe("a checkpoint", () => {
  it("has the channels that did not change, too, over many steps", async () => {
    const saver = await openSaver();
    let config = await putValues(saver, at("t"), { kept: { from: "the first" }, count: 0 });
    for (let count = 1; count <= 5; count++) config = await putValues(saver, config, { count });
    expect(await valuesOf(saver, config)).toEqual({ kept: { from: "the first" }, count: 5 });
  });

  it("has no value of an older version where its channel was emptied", async () => {
    const saver = await openSaver();
    const full = await putValues(saver, at("t"), { "branch:to:x": "go", other: 1 });
    const versions = (await saver.getTuple(full))?.checkpoint.channel_versions ?? {};
    const version = saver.getNextVersion(versions["branch:to:x"]);
    const checkpoint = {
      ...emptyCheckpoint(),
      id: uuid6(0),
      channel_values: { other: 1 },
      channel_versions: { ...versions, "branch:to:x": version },
    };
    const emptied = await saver.put(full, checkpoint, METADATA, { "branch:to:x": version });
    expect(await valuesOf(saver, emptied)).toStrictEqual({ other: 1 });
    expect(await valuesOf(saver, full)).toEqual({ "branch:to:x": "go", other: 1 });
  });

  it("has no values of channels without a version", async () => {
    const saver = await openSaver();
    const checkpoint = { ...emptyCheckpoint(), id: uuid6(0), channel_values: { [TASKS]: [1] } };
    expect(await valuesOf(saver, await saver.put(at("t"), checkpoint, METADATA, {}))).toStrictEqual(
      {},
    );
  });

  it("takes the place of one of the same id", async () => {
    const saver = await openSaver();
    const first = await putValues(saver, at("t"), { x: 1 });
    const again = await putValues(saver, at("t"), { x: 2 }, { id: idOf(first) });
    expect(idOf(again)).toBe(idOf(first));
    expect(await valuesOf(saver, at("t"))).toEqual({ x: 2 });
    const listed = await collect(saver, at("t"));
    expect(listed.map(({ checkpoint }) => checkpoint.channel_values)).toEqual([{ x: 2 }]);
  });

  it("keeps bytes as they are: alone, in a value, as a write, compressed or not", async () => {
    const bytes = new Uint8Array([0, 255, 254, 0, 128, 39]);
    const long = new Uint8Array(50_000).map((_, index) => (index * index) % 251);
    for (const compress of [true, false]) {
      const saver = await openSaver({ compress });
      const config = await putValues(saver, at("t"), { bytes, long, inside: { bytes } });
      await saver.putWrites(config, [["bytes", long]], "task");
      expect(await valuesOf(saver, config)).toEqual({ bytes, long, inside: { bytes } });
      expect(await writesOf(saver, config)).toEqual([["task", "bytes", long]]);
    }
  });

  it("is read whether it was compressed or not, by a saver that does the other", async () => {
    const uri = await newFolder();
    const text = "the same again and again ".repeat(1_000);
    const plain = await putValues(await openSaver({ uri, compress: false }), at("plain"), { text });
    const small = await putValues(await openSaver({ uri }), at("small"), { text });
    for (const compress of [true, false]) {
      const saver = await openSaver({ uri, compress });
      expect(await valuesOf(saver, plain)).toEqual({ text });
      expect(await valuesOf(saver, small)).toEqual({ text });
    }
  });

  it("takes a config that holds much else, and gives one back that does not", async () => {
    const saver = await openSaver();
    const { signal } = new AbortController();
    const given = { ...at("t", { user: "ann", saver }), signal, callbacks: [], tags: ["x"] };
    const config = await putValues(saver, given, { x: 1 });
    const child = await putValues(saver, { ...given, ...config }, { x: 2 });
    const tuple = await saver.getTuple({ ...given, ...child });
    expect(tuple?.config).toEqual(child);
    expect(tuple?.parentConfig).toEqual(config);
    expect(Object.keys(tuple?.config ?? {})).toEqual(["configurable"]);
    expect((await saver.getTuple(given))?.config).toEqual(child);
  });

  it("is asked for by its old name, thread_ts, and never without a thread", async () => {
    const saver = await openSaver();
    const first = await putValues(saver, at("t"), { x: 1 });
    await putValues(saver, first, { x: 2 });
    expect(await valuesOf(saver, at("t", { thread_ts: idOf(first) }))).toEqual({ x: 1 });
    expect(await saver.getTuple({ configurable: {} })).toBeUndefined();
    expect(await saver.getTuple({})).toBeUndefined();
  });

  it.each([3, 1])("of format %i finds what it is to send at its parent", async (v) => {
    const saver = await openSaver();
    const parent = await putValues(saver, at("t"), { x: 1 }, { v });
    const sends = [
      [TASKS, "b1"],
      ["x", 0],
      [TASKS, "b2"],
    ] as [string, unknown][];
    await saver.putWrites(parent, sends, "task-b");
    await saver.putWrites(parent, [[TASKS, "a"]], "task-a");
    // A checkpoint of the same id in another namespace sends other things.
    const other = at("t", { checkpoint_ns: "child", checkpoint_id: idOf(parent) });
    await saver.putWrites(other, [[TASKS, "c"]], "task-c");
    const config = await putValues(saver, parent, { x: 2 }, { v });
    for (const tuple of [await saver.getTuple(config), (await collect(saver, at("t")))[0]]) {
      expect(tuple?.checkpoint.channel_values).toEqual({ x: 2, [TASKS]: ["a", "b1", "b2"] });
      const versions = tuple?.checkpoint.channel_versions;
      expect(versions?.[TASKS]).toBe(versions?.["x"]);
    }
    expect(await valuesOf(saver, parent)).toEqual({ x: 1 });
  });
});
