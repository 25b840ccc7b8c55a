import { emptyCheckpoint } from "@langchain/langgraph-checkpoint";
import { InvalidInputError } from "@palimpsest/core/tables";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newFolder, openSaver } from "./__fixtures__/open-saver.ts";
import {
  at,
  collect,
  METADATA,
  putValues,
  valuesOf,
  writesOf,
} from "./__fixtures__/write-checkpoints.ts";
import { LanceDBSaver } from "./lancedb-saver.ts";

// Each is named after what went wrong in another saver.
describe("a thread", () => {
  it("is deleted in all its namespaces, and no other with it", async () => {
    const saver = await openSaver();
    for (const thread of ["a", "ab", "a b", "a/b", "A"]) {
      for (const checkpoint_ns of ["", "child:1|child:2"]) {
        const config = await putValues(saver, at(thread, { checkpoint_ns }), { thread });
        await saver.putWrites(config, [["x", thread]], "task");
      }
    }
    await saver.deleteThread("a");
    const left = (await collect(saver, { configurable: {} })).map(({ checkpoint }) => checkpoint);
    const names = left.map((one) => String(one.channel_values["thread"]));
    expect(names.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      ["A", "a b", "a/b", "ab"].flatMap((name) => [name, name]),
    );
    expect((await saver.describe()).rows).toBe(4 * 2 * 3);
    const again = await putValues(saver, at("a"), { x: "new" });
    expect(await valuesOf(saver, at("a"))).toEqual({ x: "new" });
    expect(await writesOf(saver, again)).toEqual([]);
  });

  it("may be deleted by a saver that was never used", async () => {
    const saver = await openSaver();
    await saver.deleteThread("nobody's");
    expect(await saver.getTuple(at("nobody's"))).toBeUndefined();
  });

  it("may be called anything, as may namespaces, tasks and channels", async () => {
    const saver = await openSaver();
    const name = fc.oneof(
      fc.constantFrom("'", "%", "_", "*", "a b", "a", " ", "!", "!0020", "/", "\0", "\ud800", "💾"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
    );
    const seen = new Map<string, unknown>();
    await fc.assert(
      fc.asyncProperty(name, name, name, name, async (thread, checkpoint_ns, task, channel) => {
        const place = at(thread, { checkpoint_ns });
        const value = { thread, checkpoint_ns };
        const config = await putValues(saver, place, { [channel]: value });
        await saver.putWrites(config, [[channel, value]], task);
        const tuple = await saver.getTuple(place);
        expect(tuple?.config).toEqual(config);
        expect(tuple?.checkpoint.channel_values).toEqual({ [channel]: value });
        expect(tuple?.pendingWrites).toEqual([[task, channel, value]]);
        seen.set(JSON.stringify([thread, checkpoint_ns]), value);
      }),
      { numRuns: 30 },
    );
    const listed = await collect(saver, { configurable: {} });
    const places = listed.map(({ config }) => [
      config.configurable?.["thread_id"],
      config.configurable?.["checkpoint_ns"],
    ]);
    expect(new Set(places.map((place) => JSON.stringify(place)))).toEqual(new Set(seen.keys()));
  });

  it("that is missing in a config is named by the error", async () => {
    const saver = await openSaver();
    const checkpoint = emptyCheckpoint();
    const calls = [
      saver.put({}, checkpoint, METADATA, {}),
      saver.put({ configurable: { checkpoint_ns: "" } }, checkpoint, METADATA, {}),
      saver.put(at(""), checkpoint, METADATA, {}),
      saver.put({ configurable: { thread_id: 7 } }, checkpoint, METADATA, {}),
      saver.putWrites({ configurable: { checkpoint_id: "x" } }, [["x", 1]], "task"),
      saver.getTuple({ configurable: { thread_id: {} } }),
    ];
    for (const result of await Promise.allSettled(calls)) {
      expect(result).toMatchObject({ status: "rejected", reason: { parameter: "thread_id" } });
    }
    const incomplete = saver.putWrites(at("t"), [["x", 1]], "task");
    await expect(incomplete).rejects.toThrow(InvalidInputError);
    await expect(incomplete).rejects.toMatchObject({ parameter: "checkpoint_id" });
  });
});

describe("a saver", () => {
  it("may be asked by many at once before it is open", async () => {
    const saver = await openSaver();
    const configs = await Promise.all(
      Array.from({ length: 10 }, async (_, index) =>
        putValues(saver, at(`thread-${index}`), { index }),
      ),
    );
    const values = await Promise.all(configs.map(async (config) => valuesOf(saver, config)));
    expect(values).toEqual(configs.map((_, index) => ({ index })));
  });

  it("becomes text in a trace, and not its tables", async () => {
    const saver = await openSaver();
    expect(JSON.stringify({ saver })).toBe('{"saver":"[LanceDBSaver]"}');
  });

  it("sees at once what another of the same place wrote", async () => {
    const uri = await newFolder();
    const [one, other] = [await openSaver({ uri }), await openSaver({ uri })];
    let config = at("t");
    for (let count = 0; count < 6; count++) {
      const writer = count % 2 === 0 ? one : other;
      config = await putValues(writer, config, { count });
      for (const reader of [one, other]) {
        expect(await valuesOf(reader, at("t"))).toEqual({ count });
      }
    }
    await one.deleteThread("t");
    expect(await other.getTuple(at("t"))).toBeUndefined();
  });

  it("knows nothing of another table at the same place", async () => {
    const uri = await newFolder();
    await putValues(await openSaver({ uri }), at("t"), { x: 1 });
    expect(await (await openSaver({ uri, table: "others" })).getTuple(at("t"))).toBeUndefined();
    const again = LanceDBSaver.fromUri(uri);
    expect(await valuesOf(again, at("t"))).toEqual({ x: 1 });
    await again.end();
  });
});
