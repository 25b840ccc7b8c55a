import { type CheckpointListOptions, uuid6 } from "@langchain/langgraph-checkpoint";
import { describe, expect, it, vi } from "vitest";
import { openSaver } from "./__fixtures__/open-saver.ts";
import { at, collect, idOf, METADATA, putValues } from "./__fixtures__/write-checkpoints.ts";

// Each is named after what went wrong in another saver.
describe("a list", () => {
  it("goes from the largest id on, over namespaces and threads", async () => {
    const saver = await openSaver();
    const ids: string[] = [];
    const places = [
      ["a", ""],
      ["b", "n"],
      ["a", "n"],
      ["b", ""],
    ] as const;
    for (const [thread, checkpoint_ns] of places) {
      ids.unshift(idOf(await putValues(saver, at(thread, { checkpoint_ns }), {})));
    }
    const listed = async (configurable: Record<string, unknown>) =>
      (await collect(saver, { configurable })).map(({ checkpoint }) => checkpoint.id);
    expect(await listed({})).toEqual(ids);
    expect(await listed({ thread_id: "a" })).toEqual([ids[1], ids[3]]);
    expect(await listed({ checkpoint_ns: "n" })).toEqual([ids[1], ids[2]]);
    const inNamespace = { thread_id: "b", checkpoint_ns: "n" };
    expect(await listed(inNamespace)).toEqual([ids[2]]);
    expect(await listed({ ...inNamespace, checkpoint_id: ids[2] })).toEqual([ids[2]]);
    expect(await listed({ ...inNamespace, checkpoint_id: ids[0] })).toEqual([]);
    expect(await listed({ checkpoint_id: ids[0] })).toEqual([ids[0]]);
  });

  it("with a limit of 0 is none, and the limit counts what the filter leaves", async () => {
    const saver = await openSaver();
    let config = at("t");
    for (let step = 0; step < 10; step++) {
      const source = step % 5 === 0 ? "update" : "loop";
      config = await putValues(saver, config, {}, { metadata: { ...METADATA, source, step } });
    }
    const steps = async (options: CheckpointListOptions) =>
      (await collect(saver, at("t"), options)).map(({ metadata }) => metadata?.step);
    expect(await steps({ limit: 0 })).toEqual([]);
    expect(await steps({ limit: 3 })).toEqual([9, 8, 7]);
    expect(await steps({ limit: 2, filter: { source: "update" } })).toEqual([5, 0]);
    expect(await steps({ filter: { source: "loop", step: 4 } })).toEqual([4]);
    expect(await steps({ limit: 1, filter: { source: undefined } })).toEqual([9]);
    expect(await steps({ limit: 1, filter: { parents: {} } })).toEqual([9]);
    expect(await steps({ filter: { parents: { "": "x" } } })).toEqual([]);
    expect(await steps({ filter: { unknown: 1 } })).toEqual([]);
    expect(await steps({ limit: 2, before: config })).toEqual([8, 7]);
  });

  it("of more than a page leaves nothing out and repeats nothing", async () => {
    const saver = await openSaver();
    await Promise.all(
      Array.from({ length: 300 }, async (_, index) =>
        putValues(saver, at(`thread-${index % 3}`), { index }, { id: uuid6(0) }),
      ),
    );
    // The same ids in another thread; and one more, so that a page ends between two of the same id.
    await saver.copyThread("thread-0", "copy");
    await putValues(saver, at("last"), {});
    const all = await collect(saver, { configurable: {} });
    const keys = all.map(({ config }) => JSON.stringify(config.configurable));
    expect(keys).toHaveLength(401);
    expect(new Set(keys).size).toBe(401);
    const ids = all.map(({ checkpoint }) => checkpoint.id);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? 1 : -1)));
  });

  it("reads no more than its caller takes", async () => {
    const saver = await openSaver();
    let config = at("t");
    for (let index = 0; index < 20; index++) config = await putValues(saver, config, { index });
    const loads = vi.spyOn(saver.serde, "loadsTyped");
    for await (const tuple of saver.list(at("t"))) {
      expect(tuple.checkpoint.channel_values).toEqual({ index: 19 });
      break;
    }
    expect(loads.mock.calls.length).toBeLessThan(5);
  });
});
