import { BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph-checkpoint";
import { Annotation, DeltaChannel, END, START, StateGraph } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { openSaver } from "./__fixtures__/open-saver.ts";
import { at, collect } from "./__fixtures__/write-checkpoints.ts";

const State = Annotation.Root({
  items: () =>
    new DeltaChannel<string[], string[]>((old, writes) => [...old, ...writes.flat()], {
      snapshotFrequency: 5,
    }),
  plain: Annotation<string>,
});

/** A graph whose items are kept as what was added, but for a snapshot every five times. */
function build(checkpointer: BaseCheckpointSaver) {
  return new StateGraph(State)
    .addNode("echo", ({ items }) => ({ items: [`echo ${items.length}`], plain: "x" }))
    .addEdge(START, "echo")
    .addEdge("echo", END)
    .compile({ checkpointer });
}

async function run(checkpointer: BaseCheckpointSaver, turns: number) {
  const graph = build(checkpointer);
  for (let turn = 0; turn < turns; turn++) {
    await graph.invoke({ items: [`turn ${turn}`] }, at("t"));
  }
  return graph;
}

async function itemsOf(graph: ReturnType<typeof build>, config = at("t")) {
  return (await graph.getState(config)).values["items"];
}

describe("a delta channel", () => {
  it.each([1, 3, 7])("has its state after %i turns, now and at each step before", async (turns) => {
    const saver = await openSaver();
    const [ours, reference] = [await run(saver, turns), await run(new MemorySaver(), turns)];
    expect(await itemsOf(ours)).toEqual(await itemsOf(reference));
    const histories = [ours, reference].map(async (graph) => {
      const items: unknown[] = [];
      for await (const { values } of graph.getStateHistory(at("t"))) items.push(values["items"]);
      return items;
    });
    const [history, expected] = await Promise.all(histories);
    expect(history).toEqual(expected);
  });

  it("is walked as LangGraph itself would, back over many ancestors and from any of them", async () => {
    const saver = await openSaver();
    await run(saver, 6);
    for (const { config } of await collect(saver, at("t"))) {
      const options = { config, channels: ["items", "plain", "unknown"] };
      expect(await saver.getDeltaChannelHistory(options)).toEqual(
        await BaseCheckpointSaver.prototype.getDeltaChannelHistory.call(saver, options),
      );
    }
    const unknown = { config: at("nobody's"), channels: ["items"] };
    expect(await saver.getDeltaChannelHistory(unknown)).toEqual({ items: { writes: [] } });
  });

  it.each(["sync", "exit"] as const)(
    "keeps its state where its thread is pruned, durability %s",
    async (durability) => {
      const saver = await openSaver();
      const graph = build(saver);
      for (let turn = 0; turn < 6; turn++) {
        await graph.invoke({ items: [`turn ${turn}`] }, { ...at("t"), durability });
        const items = await itemsOf(graph);
        const before = (await collect(saver, at("t"))).length;
        await saver.prune(["t"]);
        expect(await itemsOf(graph)).toEqual(items);
        expect((await collect(saver, at("t"))).length).toBeLessThanOrEqual(before);
      }
      expect((await collect(saver, at("t"))).length).toBeLessThan(12);
      expect(await itemsOf(graph)).toEqual(await itemsOf(await run(new MemorySaver(), 6)));
    },
  );
});
