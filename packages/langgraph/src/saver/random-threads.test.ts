import type { RunnableConfig } from "@langchain/core/runnables";
import {
  type BaseCheckpointSaver,
  type CheckpointTuple,
  emptyCheckpoint,
  MemorySaver,
  type PendingWrite,
  uuid6,
} from "@langchain/langgraph-checkpoint";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { newFolder } from "./__fixtures__/open-saver.ts";
import { at } from "./__fixtures__/write-checkpoints.ts";
import { LanceDBSaver } from "./lancedb-saver.ts";

const channel = fc.constantFrom("a", "b", "c");
const place = fc.record({
  thread: fc.constantFrom("t", "t2", "t 2"),
  checkpoint_ns: fc.constantFrom("", "child:1"),
});
/** Which of the checkpoints that are there: counted from the newest. */
const which = fc.nat({ max: 4 });

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("put" as const),
      place,
      which,
      changed: fc.dictionary(channel, fc.jsonValue({ maxDepth: 1 }), { noNullPrototype: true }),
      emptied: fc.option(channel),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant("write" as const),
      which,
      task: fc.constantFrom("x", "y"),
      path: fc.constantFrom("", "~pull, z", "~pull, b"),
      writes: fc.array(
        fc.tuple(fc.oneof(channel, fc.constantFrom("__error__", "__resume__")), fc.nat()),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("delete" as const), place }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("maintain" as const) }) },
);

/** What a checkpoint is to LangGraph. */
function toSeen({ checkpoint, metadata, parentConfig, pendingWrites }: CheckpointTuple) {
  return { checkpoint, metadata, parentConfig, pendingWrites };
}

async function everythingOf(saver: BaseCheckpointSaver) {
  const seen: ReturnType<typeof toSeen>[] = [];
  for await (const tuple of saver.list({})) seen.push(toSeen(tuple));
  return seen.toSorted((a, b) => (a.checkpoint.id < b.checkpoint.id ? 1 : -1));
}

it("threads at random, of two savers on one folder, are as in LangGraph's own memory", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      const uri = await newFolder();
      const savers = [
        LanceDBSaver.fromUri(uri),
        new LanceDBSaver({ uri, compress: false }),
      ] as const;
      const reference = new MemorySaver();
      let configs: RunnableConfig[] = [];
      for (const [index, one] of steps.entries()) {
        const saver = savers[index % 2 === 0 ? 0 : 1];
        const config = "which" in one ? configs.at(-1 - one.which) : undefined;
        if (one.type === "put") {
          const under = config ?? at(one.place.thread, one.place);
          const parent = config && (await saver.getTuple(config));
          const { channel_values = {}, channel_versions = {} } = parent?.checkpoint ?? {};
          const touched = [...Object.keys(one.changed), ...(one.emptied ? [one.emptied] : [])];
          const newVersions = Object.fromEntries(
            touched.map((name) => [name, saver.getNextVersion(channel_versions[name])]),
          );
          const values = Object.entries({ ...channel_values, ...one.changed });
          const checkpoint = {
            ...emptyCheckpoint(),
            id: uuid6(0),
            channel_values: Object.fromEntries(values.filter(([name]) => name !== one.emptied)),
            channel_versions: { ...channel_versions, ...newVersions },
          };
          const metadata = { source: "loop", step: index, parents: {} } as const;
          await reference.put(under, checkpoint, metadata);
          configs.push(await saver.put(under, checkpoint, metadata, newVersions));
        } else if (one.type === "write" && config) {
          // A path is that of a task, whatever it writes.
          const task = `${one.task} ${one.path}`;
          const writes = one.writes as PendingWrite[];
          await reference.putWrites(config, writes, task, one.path);
          await saver.putWrites(config, writes, task, one.path);
        } else if (one.type === "delete") {
          const { thread } = one.place;
          await reference.deleteThread(thread);
          await saver.deleteThread(thread);
          configs = configs.filter(({ configurable }) => configurable?.["thread_id"] !== thread);
        } else if (one.type === "maintain") {
          await saver.maintain();
        }
        for (const { configurable } of configs.slice(-1)) {
          const newest = { configurable: { ...configurable, checkpoint_id: undefined } };
          const [ours, other] = [await saver.getTuple(newest), await reference.getTuple(newest)];
          expect(ours && toSeen(ours)).toEqual(other && toSeen(other));
        }
      }
      const expected = await everythingOf(reference);
      for (const saver of savers) expect(await everythingOf(saver)).toEqual(expected);
      await Promise.all(savers.map(async (saver) => saver.end()));
    }),
    { numRuns: 12 },
  );
});
