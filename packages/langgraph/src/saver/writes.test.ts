import { type PendingWrite, uuid6 } from "@langchain/langgraph-checkpoint";
import { ClosedError } from "@palimpsest/core/tables";
import { describe, expect, it } from "vitest";
import { newFolder, openSaver } from "./__fixtures__/open-saver.ts";
import { at, idOf, putValues, valuesOf, writesOf } from "./__fixtures__/write-checkpoints.ts";

// Each is named after what went wrong in another saver.
describe("writes", () => {
  it("may come before their checkpoint, which does not push them out", async () => {
    const saver = await openSaver();
    const id = uuid6(0);
    await saver.putWrites(at("t", { checkpoint_id: id }), [["x", "early"]], "task");
    expect(await saver.getTuple(at("t"))).toBeUndefined();
    const config = await putValues(saver, at("t"), { x: 0 }, { id });
    expect(await writesOf(saver, config)).toEqual([["task", "x", "early"]]);
  });

  it("that are special do not take the place of others, in mixed calls either", async () => {
    const saver = await openSaver();
    const config = await putValues(saver, at("t"), {});
    const calls: PendingWrite[][] = [
      [
        ["a", "a0"],
        ["b", "b1"],
      ],
      [
        ["__interrupt__", "i"],
        ["b", "ignored"],
      ],
      [
        ["__resume__", "r"],
        ["a", "ignored"],
        ["c", "c2"],
      ],
    ];
    for (const writes of calls) await saver.putWrites(config, writes, "task");
    expect(await writesOf(saver, config)).toEqual([
      ["task", "__resume__", "r"],
      ["task", "__interrupt__", "i"],
      ["task", "a", "a0"],
      ["task", "b", "b1"],
      ["task", "c", "c2"],
    ]);
  });

  it("that are special replace what stood there; of others the first stays", async () => {
    const saver = await openSaver();
    const config = await putValues(saver, at("t"), {});
    for (const time of ["first", "second"]) {
      const writes: PendingWrite[] = [
        ["x", time],
        ["__error__", time],
      ];
      await saver.putWrites(config, writes, "task");
    }
    expect(await writesOf(saver, config)).toEqual([
      ["task", "__error__", "second"],
      ["task", "x", "first"],
    ]);
  });

  it("come in the order of task paths, then of tasks, then of places", async () => {
    const saver = await openSaver();
    const config = await putValues(saver, at("t"), {});
    const calls: [path: string | undefined, task: string, values: number[]][] = [
      ["~pull, z", "a", [1]],
      ["~pull, b", "c", [2, 3]],
      ["~pull, b", "b", [4]],
      [undefined, "z", [5]],
      // The last of all by code points, and not by UTF-16 units.
      ["~pull, \u{1F600}", "d", [6]],
      ["~pull, \uE000", "e", [7]],
    ];
    for (const [path, task, values] of calls) {
      const writes = values.map((value): PendingWrite => ["x", value]);
      await saver.putWrites(config, writes, task, path);
    }
    const values = (await writesOf(saver, config))?.map(([, , value]) => value);
    expect(values).toEqual([5, 4, 2, 3, 1, 7, 6]);
  });

  it("without a namespace belong to the root, and are not lost", async () => {
    const saver = await openSaver();
    const config = await putValues(saver, at("t"), {});
    const bare = { configurable: { thread_id: "t", checkpoint_id: idOf(config) } };
    await saver.putWrites(bare, [["x", 1]], "task");
    expect(await writesOf(saver, config)).toEqual([["task", "x", 1]]);
    expect(await writesOf(saver, bare)).toEqual([["task", "x", 1]]);
  });

  it("may be none", async () => {
    const saver = await openSaver();
    const config = await putValues(saver, at("t"), {});
    await saver.putWrites(config, [], "task");
    expect(await writesOf(saver, config)).toEqual([]);
    expect((await saver.describe()).rows).toBe(1);
  });

  it("that come all at once are all there, in few commits", async () => {
    const saver = await openSaver();
    const config = await putValues(saver, at("t"), {});
    const before = (await saver.describe()).versions;
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        saver.putWrites(config, [["x", index]], `task-${index}`),
      ),
    );
    expect(await writesOf(saver, config)).toHaveLength(20);
    expect((await saver.describe()).versions).toBeLessThan(before + 5);
  });

  it("are rejected, when they cannot be kept, by the call that made them", async () => {
    const uri = await newFolder();
    const serde = {
      dumpsTyped: async () => Promise.reject(new Error("no bytes")),
      loadsTyped: async () => undefined,
    };
    const broken = await openSaver({ uri, serde });
    const saver = await openSaver({ uri });
    const config = await putValues(saver, at("t"), { x: 1 });
    await expect(broken.putWrites(config, [["x", 2]], "task")).rejects.toThrow("no bytes");
    await expect(putValues(broken, at("t"), { x: 2 })).rejects.toThrow("no bytes");
    expect(await valuesOf(saver, at("t"))).toEqual({ x: 1 });
    await saver.end();
    await expect(saver.putWrites(config, [["x", 1]], "task")).rejects.toThrow(ClosedError);
    await expect(putValues(saver, at("t"), { x: 1 })).rejects.toThrow(ClosedError);
  });
});
