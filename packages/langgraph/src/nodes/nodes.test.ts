import type { BaseMessageLike } from "@langchain/core/messages";
import {
  Annotation,
  END,
  InMemoryStore,
  MemorySaver,
  MessagesValue,
  START,
  StateGraph,
  StateSchema,
  UntrackedValue,
} from "@langchain/langgraph";
import { tool } from "@langchain/core/tools";
import type { LanguageModel } from "@palimpsest/core";
import { describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { fromLangChain } from "../models/from-langchain.ts";
import { createReflectionExecutor } from "../reflection/create-reflection-executor.ts";
import type { TurnOptions } from "../turns/options.ts";
import { recallNode } from "./recall-node.ts";
import { rememberNode } from "./remember-node.ts";

const alice = { configurable: { user_id: "alice", thread_id: "t1" } };
const say = (text: string) => ({ messages: [{ role: "user" as const, content: text }] });

const failLater = () => Promise.reject(new Error("down"));

const State = new StateSchema({
  messages: MessagesValue,
  memories: new UntrackedValue(z.string()),
});

/** A graph of three nodes that goes twice through recall and model, as a loop of tools would. */
async function startGraph(options: TurnOptions) {
  const chat = await startChat((_request, count) => ({ text: `Answer ${count}.` }));
  const remember = rememberNode(options);
  const graph = new StateGraph(State)
    .addNode("recall", recallNode(options))
    .addNode("model", async ({ messages, memories }) => ({
      messages: [
        await chat.model.invoke([{ role: "system", content: memories ?? "" }, ...messages]),
      ],
    }))
    .addNode("remember", remember)
    .addEdge(START, "recall")
    .addEdge("recall", "model")
    .addConditionalEdges("model", ({ messages }) =>
      messages.at(-2)?.getType() === "human" ? "recall" : "remember",
    )
    .addEdge("remember", END)
    .compile({ checkpointer: new MemorySaver(), store: new InMemoryStore() });
  return { graph, chat, flush: () => remember.flush() };
}

describe("the nodes of a graph", () => {
  it("recall once for each message of the user, and keep the turn once", async () => {
    const { memory, searches, kept } = recordingMemory();
    const { graph, chat, flush } = await startGraph({ memory });
    await graph.invoke(say("Hi"), alice);
    await graph.invoke(say("More"), alice);
    await flush();
    expect(searches).toMatchObject([
      { query: "Hi", options: { userId: "alice", sessionId: "t1" } },
      { query: "More", options: { userId: "alice", sessionId: "t1" } },
    ]);
    expect(chat.requests).toHaveLength(4);
    for (const { system } of chat.requests) expect(system).toContain("- User lives in Berlin");
    expect(kept()).toEqual([
      ["user: Hi", "assistant: Answer 1.", "assistant: Answer 2."],
      ["user: More", "assistant: Answer 3.", "assistant: Answer 4."],
    ]);
    const checkpoint = await graph.getState(alice);
    expect(JSON.stringify(checkpoint.values)).not.toContain("Berlin");
  });

  it("read and write nobody's memory", async () => {
    const { memory, searches, adds } = recordingMemory();
    const { graph, chat, flush } = await startGraph({ memory });
    await graph.invoke(say("Hi"), { configurable: { thread_id: "t1" } });
    await flush();
    expect([searches, adds, chat.requests[0]?.system]).toEqual([[], [], ""]);
  });

  it("take the whole context, and what the application says", async () => {
    const { memory, searches, adds } = recordingMemory();
    const { graph, flush } = await startGraph({
      memory,
      scope: ({ context }) => ({ userId: String(context["account"]) }),
      recall: { query: () => "tea" },
      remember: { assistant: false },
    });
    await graph.invoke(say("Hi"), { ...alice, context: { account: "acme" } });
    await flush();
    expect(searches).toMatchObject([{ query: "tea", options: { userId: "acme" } }]);
    expect(adds).toMatchObject([
      { messages: [{ role: "user", content: "Hi" }], options: { userId: "acme" } },
    ]);
  });

  it("do nothing where one half is turned off", async () => {
    const { memory, searches, adds } = recordingMemory();
    const { graph, flush } = await startGraph({ memory, recall: false, remember: false });
    await graph.invoke(say("Hi"), alice);
    await flush();
    expect([searches, adds]).toEqual([[], []]);
  });

  it("never fail the run: a memory that is down, and messages that are none", async () => {
    const failures: unknown[] = [];
    const { memory } = recordingMemory({ search: failLater, add: failLater });
    const options: TurnOptions = {
      memory,
      remember: { mode: "await" },
      onError: (error, { phase }) => failures.push([phase, (error as Error).message]),
    };
    const { graph } = await startGraph(options);
    const { messages } = await graph.invoke(say("Hi"), alice);
    expect(messages.at(-1)?.text).toBe("Answer 2.");
    expect(failures).toEqual([
      ["recall", "down"],
      ["remember", "down"],
    ]);
    const broken = { messages: [{ nonsense: true }] as unknown as BaseMessageLike[] };
    expect(await recallNode(options)(broken, alice)).toEqual({ memories: "" });
    expect(await rememberNode(options)(broken, alice)).toEqual({});
    expect(failures).toHaveLength(4);
  });

  it("work in a state whose messages are plain objects without ids", async () => {
    const { memory, searches, adds, kept } = recordingMemory();
    const remember = rememberNode({ memory });
    const Plain = Annotation.Root({
      messages: Annotation<BaseMessageLike[]>({ reducer: (all, more) => [...all, ...more] }),
      memories: Annotation<string>,
    });
    const graph = new StateGraph(Plain)
      .addNode("recall", recallNode({ memory }))
      .addNode("model", () => ({ messages: [{ role: "assistant", content: "Hello." }] }))
      .addNode("remember", remember)
      .addEdge(START, "recall")
      .addEdge("recall", "model")
      .addEdge("model", "remember")
      .compile({ checkpointer: new MemorySaver() });
    await graph.invoke(say("Hi"), alice);
    await graph.invoke(say("Hi"), alice);
    await graph.invoke(say("Hi"), { configurable: { user_id: "alice", thread_id: "t2" } });
    await remember.flush();
    expect(searches).toHaveLength(3);
    expect(kept()).toEqual(Array.from({ length: 3 }, () => ["user: Hi", "assistant: Hello."]));
    expect(new Set(adds.map(({ options }) => options.idempotencyKey)).size).toBe(3);
  });

  it("keep the extractor out of the streams of the graph", async () => {
    const extractor = await startChat(() => ({
      toolCalls: [{ name: "record_facts", arguments: { facts: [{ text: "EXTRACTED" }] } }],
    }));
    const model: LanguageModel = fromLangChain(extractor.model);
    const { memory } = await openTestMemory({ model });
    const { graph } = await startGraph({ memory, remember: { mode: "await" } });
    const seen: string[] = [];
    for await (const part of await graph.stream(say("I have a dog."), {
      ...alice,
      streamMode: ["messages", "updates", "custom"],
    })) {
      seen.push(JSON.stringify(part));
    }
    expect(extractor.requests).toHaveLength(1);
    expect(seen.join("\n")).toContain("Answer 1.");
    expect(seen.join("\n")).not.toMatch(/EXTRACTED|record_facts/);
  });

  it("keep the extractor out of the streams when a timer of a node begins it, too", async () => {
    const extractor = await startChat(() => ({
      toolCalls: [{ name: "record_facts", arguments: { facts: [{ text: "EXTRACTED" }] } }],
    }));
    const { memory } = await openTestMemory({ model: fromLangChain(extractor.model) });
    const executor = createReflectionExecutor(memory, { afterMs: 0 });
    const graph = new StateGraph(State)
      .addNode("submit", (state, config) => {
        executor.submit(state, config);
        return {};
      })
      .addNode("hold", async () => {
        await expect.poll(() => extractor.requests.length).toBe(1);
        await executor.flush();
        return {};
      })
      .addEdge(START, "submit")
      .addEdge("submit", "hold")
      .compile({ checkpointer: new MemorySaver() });
    const seen: string[] = [];
    for await (const event of graph.streamEvents(say("I have a dog."), {
      ...alice,
      version: "v2",
    })) {
      seen.push(JSON.stringify(event));
    }
    expect(seen.join("\n")).toContain("I have a dog.");
    expect(seen.join("\n")).not.toMatch(/EXTRACTED|record_facts/);
  });

  it("remember nothing in a graph that a tool runs", async () => {
    const { memory, searches, adds } = recordingMemory();
    const inner = await startGraph({ memory });
    const delegate = tool(async () => (await inner.graph.invoke(say("A task"))).messages.length, {
      name: "delegate",
      description: "Delegates.",
      schema: z.object({}),
    });
    const outer = new StateGraph(State)
      .addNode("tools", async (_state, config) => {
        await delegate.invoke({}, config);
        return {};
      })
      .addEdge(START, "tools")
      .compile({ checkpointer: new MemorySaver() });
    await outer.invoke(say("Hi"), alice);
    await inner.flush();
    expect(searches).toHaveLength(1);
    expect(adds).toEqual([]);
  });
});
