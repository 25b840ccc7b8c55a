import { HumanMessage, RemoveMessage } from "@langchain/core/messages";
import { InMemoryStore, MemorySaver } from "@langchain/langgraph";
import { modelCallLimitMiddleware } from "langchain";
import { describe, expect, it } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startAgent } from "../__fixtures__/start-agent.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";

const alice = { context: { userId: "alice" }, configurable: { thread_id: "t1" } };
const bob = { context: { userId: "bob" }, configurable: { thread_id: "t1" } };
const edit = (content: string) => ({ messages: [new HumanMessage({ id: "m", content })] });
const say = (text: string) => ({ messages: [{ role: "user", content: text }] });

describe.each(WAYS)("a turn of an agent, asked %s", (_, ask) => {
  it("is recalled once and kept once, in a loop of four calls of tools", async () => {
    const { memory, searches, adds, kept } = recordingMemory();
    const { agent, chat, flush } = await startAgent({ memory }, { store: new InMemoryStore() });
    expect(await ask(agent, "An errand, please.", alice)).toBe("Answer 5.");
    await flush();

    expect(chat.requests).toHaveLength(5);
    expect(searches).toMatchObject([
      { query: "An errand, please.", options: { userId: "alice", sessionId: "t1" } },
    ]);
    expect(kept()).toEqual([["user: An errand, please.", "assistant: Answer 5."]]);
    expect(adds[0]?.options).toMatchObject({ userId: "alice", sessionId: "t1" });
  });

  it("is kept without what was said before, with a checkpointer and without", async () => {
    const { memory, searches, kept } = recordingMemory();
    const { agent, flush } = await startAgent({ memory });
    await ask(agent, "One", alice);
    await ask(agent, "Two", alice);
    await flush();
    expect(searches.map(({ query }) => query)).toEqual(["One", "Two"]);
    const turns = [
      ["user: One", "assistant: Answer 1."],
      ["user: Two", "assistant: Answer 2."],
    ];
    expect(kept()).toEqual(turns);

    const other = await startAgent({ memory }, { checkpointer: false });
    await other.agent.invoke({ messages: [...say("Old").messages, ...say("New").messages] }, alice);
    await other.flush();
    expect(kept()).toEqual([...turns, ["user: New", "assistant: Answer 1."]]);
  });
});

describe("a turn that failed", () => {
  it("is made good by the next one of the same user, when the model threw", async () => {
    const { memory, kept } = recordingMemory();
    const { agent, chat, flush } = await startAgent({ memory });
    chat.server.fail({ with: { type: "status", status: 500 } });
    await expect(agent.invoke(say("I moved to Rome."), alice)).rejects.toThrow("500");
    await flush();
    expect(kept()).toEqual([]);
    await agent.invoke(say("Hello?"), alice);
    await agent.invoke(say("Bye."), alice);
    await flush();
    expect(kept()).toEqual([
      ["user: I moved to Rome."],
      ["user: Hello?", "assistant: Answer 1."],
      ["user: Bye.", "assistant: Answer 2."],
    ]);
  });

  it("is made good when a limit of another middleware ended the loop, whose notice is no answer", async () => {
    const { memory, kept } = recordingMemory();
    const limit = modelCallLimitMiddleware({ runLimit: 2 } as never);
    const { agent, flush } = await startAgent({ memory }, { behind: [limit] });
    const { messages } = await agent.invoke(say("An errand in Rome."), alice);
    expect(messages.at(-1)?.text).toMatch("limits exceeded");
    await flush();
    expect(kept()).toEqual([]);
    await agent.invoke({ ...say("Thanks."), runModelCallCount: 0 } as never, alice);
    await flush();
    expect(kept()).toEqual([
      ["user: An errand in Rome."],
      ["user: Thanks.", expect.stringMatching(/^assistant: Answer/)],
    ]);
  });

  it("is kept whole when it is tried again", async () => {
    const { memory, searches, kept } = recordingMemory();
    const { agent, chat, flush } = await startAgent({ memory });
    chat.server.fail({ with: { type: "status", status: 500 } });
    await expect(agent.invoke(say("Hi"), alice)).rejects.toThrow("500");
    await agent.invoke(null, alice);
    await flush();
    expect(kept()).toEqual([["user: Hi", "assistant: Answer 1."]]);
    expect(searches).toHaveLength(1);
  });

  it("is never kept for somebody else who speaks in the same thread", async () => {
    const { memory, adds, kept } = recordingMemory();
    const { agent, chat, flush } = await startAgent({ memory });
    chat.server.fail({ with: { type: "status", status: 500 } });
    await expect(agent.invoke(say("I have an ulcer."), bob)).rejects.toThrow("500");
    await agent.invoke(say("Hi"), alice);
    await flush();
    expect(kept()).toEqual([["user: Hi", "assistant: Answer 1."]]);
    expect(adds[0]?.options.userId).toBe("alice");
  });

  it("is not kept when the user took it back", async () => {
    const { memory, kept } = recordingMemory();
    const { agent, chat, flush } = await startAgent({ memory });
    chat.server.fail({ with: { type: "status", status: 500 } });
    const secret = new HumanMessage({ id: "secret", content: "My password is tea." });
    await expect(agent.invoke({ messages: [secret] }, alice)).rejects.toThrow("500");
    const removed = new RemoveMessage({ id: "secret" });
    await agent.invoke({ messages: [removed, new HumanMessage("Hi")] }, alice);
    await flush();
    expect(kept()).toEqual([["user: Hi", "assistant: Answer 1."]]);
  });
});

describe("a turn that comes twice", () => {
  it("is kept once by one process, whatever is run again", async () => {
    const { memory, searches, kept } = recordingMemory();
    const { agent, flush } = await startAgent({ memory });
    await agent.invoke({ messages: [new HumanMessage({ id: "1", content: "Hi" })] }, alice);
    await agent.invoke({ messages: [new HumanMessage({ id: "2", content: "More" })] }, alice);
    for (const config of await findCheckpoints(agent)) await agent.invoke(null, config);
    await flush();
    expect(kept()).toHaveLength(2);
    expect(searches).toHaveLength(2);
  });

  it("is kept once by two processes, with another answer too", async () => {
    const { memory } = await openTestMemory();
    const checkpointer = new MemorySaver();
    const chat = await startChat();
    const first = await startAgent({ memory }, { checkpointer, chat });
    const message = new HumanMessage({ id: "1", content: "I live in Rome." });
    await first.agent.invoke({ messages: [message] }, alice);
    await first.flush();

    const second = await startAgent({ memory }, { checkpointer, chat });
    for (const config of await findCheckpoints(second.agent))
      await second.agent.invoke(null, config);
    await second.flush();
    expect(chat.requests.length).toBeGreaterThan(1);
    const { results } = await memory.episodes({ userId: "alice", sessionId: "t1" });
    expect(results.map(({ messages }) => messages.map(({ content }) => content))).toEqual([
      ["I live in Rome.", "Answer 1."],
    ]);
  });

  it("is another one when the user edited it", async () => {
    const { memory, kept } = recordingMemory();
    const { agent, flush } = await startAgent({ memory });
    await agent.invoke(edit("I live in Rome."), alice);
    await agent.invoke(edit("I live in Oslo."), alice);
    await flush();
    expect(kept().map(([said]) => said)).toEqual([
      "user: I live in Rome.",
      "user: I live in Oslo.",
    ]);
  });

  it("is two turns in two threads, whose messages a client numbers", async () => {
    const { memory, adds } = recordingMemory();
    const { agent, flush } = await startAgent({ memory, scope: { userId: "alice" } });
    for (const thread_id of ["t1", "t2"]) {
      const config = { ...alice, configurable: { thread_id } };
      await agent.invoke({ messages: [new HumanMessage({ id: "1", content: "Hi" })] }, config);
    }
    await flush();
    expect(new Set(adds.map(({ options }) => options.idempotencyKey)).size).toBe(2);
  });
});

/** The config of each checkpoint of the thread from which something is left to do, newest first. */
async function findCheckpoints(agent: Awaited<ReturnType<typeof startAgent>>["agent"]) {
  const configs = [];
  for await (const { config, next } of agent.graph.getStateHistory(alice)) {
    if (next.length > 0) configs.push({ ...alice, ...config });
  }
  return configs;
}
