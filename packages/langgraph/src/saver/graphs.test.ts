import { AIMessage, HumanMessage } from "@langchain/core/messages";
import { FakeListChatModel } from "@langchain/core/utils/testing";
import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph-checkpoint";
import { createAgent } from "langchain";
import { describe, expect, it } from "vitest";
import { GRAPHS, type GraphName, runTask } from "./__fixtures__/graphs.ts";
import { openSaver } from "./__fixtures__/open-saver.ts";
import { at, collect, writesOf } from "./__fixtures__/write-checkpoints.ts";

/** Updates a thread before its first run and after. */
async function update(checkpointer: BaseCheckpointSaver, configurable: object) {
  const graph = GRAPHS.steps({ checkpointer });
  const config = { configurable };
  const first = await graph.updateState(config, { trail: ["put in"] }, "a");
  const { values, next } = await graph.getState(config);
  await graph.invoke(null, first);
  await graph.updateState(config, { trail: ["at the end"] }, "d");
  return { values, next, after: (await graph.getState(config)).values };
}

describe("a graph", () => {
  it.each(["sync", "async", "exit"] as const)(
    "comes to the same end with durability %s",
    async (durability) => {
      const saver = await openSaver();
      const names: GraphName[] = ["steps", "branches", "fanOut", "subgraph"];
      for (const graph of names) {
        const task = { uri: "", graph, thread: graph, input: { topic: "go" }, durability };
        expect(await runTask(task, saver)).toEqual(await runTask(task, new MemorySaver()));
        const compiled = GRAPHS[graph]({ checkpointer: saver });
        expect((await compiled.getState(at(graph))).next).toEqual([]);
      }
      const length = (await collect(saver, at("steps"))).length;
      expect(length).toBe(durability === "exit" ? 1 : 6);
    },
  );

  it("takes updates of a config without a namespace, before its first run and after", async () => {
    const result = await update(await openSaver(), { thread_id: "t" });
    // MemorySaver throws where the namespace is missing (langgraph-checkpoint 1.2.2).
    const place = { thread_id: "t", checkpoint_ns: "" };
    expect(result).toEqual(await update(new MemorySaver(), place));
    expect(result.after).toMatchObject({ trail: ["put in", "b", "c", "d", "at the end"] });
  });

  it("has the writes of such an update under the checkpoint that it was made on", async () => {
    const saver = await openSaver();
    const graph = GRAPHS.steps({ checkpointer: saver });
    const config = { configurable: { thread_id: "t" } };
    await graph.invoke({ topic: "go" }, config);
    await graph.updateState(config, { topic: "changed" }, "d");
    const [, before] = await collect(saver, config);
    const writes = await writesOf(saver, before?.config ?? {});
    expect(writes?.map(([, channel, value]) => [channel, value])).toContainEqual([
      "topic",
      "changed",
    ]);
  });
});

describe("an agent", () => {
  it("remembers its conversation, as messages", async () => {
    const saver = await openSaver();
    const model = new FakeListChatModel({ responses: ["Hello."] });
    const agent = createAgent({ model, tools: [], checkpointer: saver });
    await agent.invoke({ messages: [new HumanMessage("I am Ann.")] }, at("t"));
    const { messages } = await agent.invoke({ messages: [new HumanMessage("Who am I?")] }, at("t"));
    expect(messages.map(({ text }) => text)).toEqual([
      "I am Ann.",
      "Hello.",
      "Who am I?",
      "Hello.",
    ]);
    const stored = (await saver.getTuple(at("t")))?.checkpoint.channel_values["messages"];
    expect(stored).toEqual(messages);
    expect(stored).toMatchObject([{}, expect.any(AIMessage), expect.any(HumanMessage), {}]);
  });
});
