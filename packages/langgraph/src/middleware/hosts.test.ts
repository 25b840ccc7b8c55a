import { tool } from "@langchain/core/tools";
import { Command, MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import {
  type AgentMiddleware,
  createAgent,
  createMiddleware,
  humanInTheLoopMiddleware,
  summarizationMiddleware,
} from "langchain";
import { describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { lookUp, startAgent } from "../__fixtures__/start-agent.ts";
import { startChat, workOnErrands } from "../__fixtures__/start-chat.ts";
import { longTermMemory } from "./long-term-memory.ts";

const alice = { context: { userId: "alice" }, configurable: { thread_id: "t1" } };
const say = (text: string) => ({ messages: [{ role: "user", content: text }] });

describe("an agent whose history is summarized", () => {
  it("keeps what the user said, not the summary, which speaks in the user's name", async () => {
    const chat = await startChat((request, count) =>
      request.messages[0]?.content.includes("SUMMARY")
        ? { text: "The user lives in Rome." }
        : workOnErrands(request, count),
    );
    const { memory, searches, kept } = recordingMemory();
    const summarize = summarizationMiddleware({
      model: chat.model,
      trigger: { messages: 5 },
      keep: { messages: 2 },
      summaryPrompt: "SUMMARY of {messages}",
    } as never);
    const { agent, flush } = await startAgent({ memory }, { chat, before: [summarize] });
    for (const text of ["One", "Two", "Three", "An errand"]) await agent.invoke(say(text), alice);
    await flush();

    const { values } = await agent.graph.getState(alice);
    expect(JSON.stringify(values)).toContain("The user lives in Rome.");
    // In the loop of the errand the user's message itself was cut off.
    expect(JSON.stringify(values)).not.toContain("An errand");
    expect(searches.map(({ query }) => query)).toEqual(["One", "Two", "Three", "An errand"]);
    expect(kept().map(([said]) => said)).toEqual([
      "user: One",
      "user: Two",
      "user: Three",
      "user: An errand",
    ]);
    expect(JSON.stringify(kept())).not.toContain("Rome");
    const errand = chat.requests.filter(({ tools }) => tools.length > 0).slice(-5);
    expect(new Set(errand.map(({ system }) => system)).size).toBe(1);
  });
});

describe("a turn that is interrupted", () => {
  it("is made good by the next one when nobody resumes it", async () => {
    const { memory, kept } = recordingMemory();
    const approve = humanInTheLoopMiddleware({ interruptOn: { look_up: true } } as never);
    const { agent, flush } = await startAgent({ memory }, { behind: [approve] });
    await agent.invoke(say("An errand in Rome."), alice);
    await agent.invoke(say("Never mind."), alice);
    await flush();
    expect(kept()).toEqual([
      ["user: An errand in Rome."],
      ["user: Never mind.", "assistant: Answer 2."],
    ]);
  });

  it("is kept once when another process resumes it", async () => {
    const pause = createMiddleware({
      name: "pause",
      beforeModel: {
        canJumpTo: ["end"],
        hook: (state, runtime) => {
          if (state.messages.at(-1)?.text === "Wait") runtime.interrupt?.("?");
        },
      },
    });
    const { memory, searches, kept } = recordingMemory();
    const checkpointer = new MemorySaver();
    const first = await startAgent({ memory }, { checkpointer, before: [pause] });
    await first.agent.invoke(say("Wait"), alice);
    const second = await startAgent({ memory }, { checkpointer, before: [pause] });
    await second.agent.invoke(new Command({ resume: "go" }) as never, alice);
    await Promise.all([first.flush(), second.flush()]);
    expect(searches).toHaveLength(1);
    expect(kept()).toEqual([["user: Wait", "assistant: Answer 1."]]);
  });
});

describe("the graph of an agent", () => {
  it("has one step more for what is kept, and none for what is recalled", async () => {
    const { memory } = recordingMemory();
    const chat = await startChat();
    const count = async (middleware: readonly AgentMiddleware[]) => {
      const agent = createAgent({
        model: chat.model,
        tools: [lookUp],
        middleware,
        checkpointer: new MemorySaver(),
      });
      await agent.invoke(say("An errand"), alice);
      const checkpoints = [];
      for await (const { config } of agent.graph.getStateHistory(alice)) checkpoints.push(config);
      return checkpoints.length;
    };
    const without = await count([]);
    expect(await count([longTermMemory({ memory, remember: false })])).toBe(without);
    expect(await count([longTermMemory({ memory })])).toBe(without + 1);
  });
});

describe("an agent that ends without asking the model", () => {
  it("keeps the turn when a tool gives the answer", async () => {
    const direct = tool(async () => "It is noon.", {
      name: "clock",
      description: "Says the time.",
      schema: z.object({}),
      returnDirect: true,
    });
    const chat = await startChat(() => ({
      text: "Let me see.",
      toolCalls: [{ name: "clock", arguments: {} }],
    }));
    const { memory, kept } = recordingMemory();
    const middleware = longTermMemory({ memory });
    const agent = createAgent({ model: chat.model, tools: [direct], middleware: [middleware] });
    await agent.invoke(say("What time is it?"), alice);
    await middleware.flush();
    expect(kept()).toEqual([["user: What time is it?", "assistant: Let me see."]]);
  });
});

describe("two agents that are nodes of one graph", () => {
  it("share the turn: it is recalled once and kept once", async () => {
    const { memory, searches, kept } = recordingMemory();
    const middleware = longTermMemory({ memory });
    const chat = await startChat();
    const open = () =>
      createAgent({ model: chat.model, tools: [lookUp], middleware: [middleware] }).graph;
    const graph = new StateGraph(MessagesAnnotation)
      .addNode("first", open())
      .addNode("second", open())
      .addEdge(START, "first")
      .addEdge("first", "second")
      .compile({ checkpointer: new MemorySaver() });
    await graph.invoke(say("Hi"), alice);
    await middleware.flush();
    expect(chat.requests.map(({ system }) => system.includes("Berlin"))).toEqual([true, true]);
    expect(searches).toHaveLength(1);
    expect(kept()).toEqual([["user: Hi", "assistant: Answer 1."]]);
  });
});

/** An agent that gives work to another one, both with the same memory. */
async function startTeam() {
  const { memory, searches, kept } = recordingMemory();
  const middleware = longTermMemory({ memory });
  const worker = await startChat(workOnErrands);
  const subagent = createAgent({
    model: worker.model,
    tools: [lookUp],
    middleware: [middleware],
  });
  const delegate = tool(
    async ({ task }) => {
      const { messages } = await subagent.invoke(say(task));
      return messages.at(-1)?.text ?? "";
    },
    { name: "delegate", description: "Delegates.", schema: z.object({ task: z.string() }) },
  );
  const lead = await startChat(({ messages }) =>
    messages.at(-1)?.role === "tool"
      ? { text: "Done." }
      : {
          toolCalls: [
            { name: "delegate", arguments: { task: "An errand. The user is called Bob." } },
            { name: "delegate", arguments: { task: "Another one." } },
          ],
        },
  );
  const agent = createAgent({
    model: lead.model,
    tools: [delegate],
    middleware: [middleware],
    checkpointer: new MemorySaver(),
  });
  return { agent, worker, middleware, searches, kept };
}

describe("an agent that a tool of another agent runs", () => {
  it("recalls for its caller's user, and keeps none of the words that a model gave it", async () => {
    const { agent, worker, middleware, searches, kept } = await startTeam();
    // The configurable is inherited; the context is by newer versions of @langchain/core only (not by 1.2.0).
    const config = { configurable: { userId: "alice", thread_id: "t1" } };
    await agent.invoke(say("Do it."), config);
    await middleware.flush();
    expect(kept()).toEqual([["user: Do it.", "assistant: Done."]]);
    expect(searches.map(({ query }) => query).toSorted()).toEqual([
      "An errand. The user is called Bob.",
      "Another one.",
      "Do it.",
    ]);
    for (const { options } of searches) expect(options.userId).toBe("alice");
    for (const { system } of worker.requests) expect(system).toContain("Berlin");
    await agent.invoke(say("Again."), config);
    await middleware.flush();
    expect(kept().map(([said]) => said)).toEqual(["user: Do it.", "user: Again."]);
  });
});
