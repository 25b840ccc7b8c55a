import { createTool } from "@mastra/core/tools";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { at, openAssistant } from "../__fixtures__/open-assistant.ts";

const refund = createTool({
  id: "refund",
  description: "Gives the money back.",
  inputSchema: z.object({}),
  suspendSchema: z.object({ question: z.string() }),
  resumeSchema: z.object({ isAllowed: z.boolean() }),
  async execute(_input, { agent }) {
    if (agent?.resumeData) return { isDone: true };
    return agent?.suspend({ question: "May I?" });
  },
});

const approved = createTool({
  id: "refund",
  description: "Gives the money back.",
  inputSchema: z.object({}),
  requireApproval: true,
  execute: async () => ({ isDone: true }),
});

const askForRefund = ({ messages }: { messages: readonly { role: string }[] }) =>
  messages.at(-1)?.role === "tool"
    ? { text: "Refunded." }
    : { toolCalls: [{ name: "refund", arguments: {} }] };

const turn = ["user: I like tea. Give me a refund.", "assistant: Refunded."];

describe("a suspended run", () => {
  it("is captured once, when it was resumed and came to its end", async () => {
    const { agent, memory, turns, failures } = await openAssistant({
      agent: { tools: { refund } },
      reply: askForRefund,
    });
    const run = await agent.stream("I like tea. Give me a refund.", { memory: at() });
    await run.consumeStream();
    await memory.settled();
    expect(await turns()).toEqual([]);
    const resumed = await agent.resumeStream({ isAllowed: true }, { runId: run.runId });
    await resumed.consumeStream();
    await memory.settled();
    expect(await turns()).toEqual([turn]);
    expect(failures).toEqual([]);
  });

  it("keeps its memories in the prompt when it goes on", async () => {
    const { agent, say, requests } = await openAssistant({
      agent: { tools: { refund } },
      reply: (request) =>
        request.messages.at(-1)?.content.includes("refund")
          ? askForRefund(request)
          : { text: "OK." },
    });
    await say("I like tea.");
    const run = await agent.stream("Give me a refund for the tea that I like.", {
      memory: at({ thread: "t2" }),
    });
    await run.consumeStream();
    const before = requests.at(-1)?.system;
    expect(before).toContain("User likes tea");
    const resumed = await agent.resumeStream({ isAllowed: true }, { runId: run.runId });
    await resumed.consumeStream();
    expect(requests.at(-1)?.messages.at(-1)?.role).toBe("tool");
    expect(requests.at(-1)?.system).toBe(before);
  });

  it("is told its memories again where they stand before the user's message", async () => {
    const { agent, core, requests } = await openAssistant({
      longTerm: { inject: "user" },
      agent: { tools: { refund } },
      reply: askForRefund,
    });
    await core.put("Likes tea", { userId: "user-1" });
    const run = await agent.stream("Give me a refund for tea.", { memory: at() });
    await run.consumeStream();
    const resumed = await agent.resumeStream({ isAllowed: true }, { runId: run.runId });
    await resumed.consumeStream();
    const [before, after] = requests.map(({ messages }) => messages.map(({ content }) => content));
    expect(before?.[0]).toContain("Likes tea");
    expect(after?.slice(0, 2)).toEqual(before);
  });

  it("goes on in another process, as its own user's", async () => {
    const first = await openAssistant({ agent: { tools: { refund } }, reply: askForRefund });
    const run = await first.agent.stream("I like tea. Give me a refund.", { memory: at() });
    await run.consumeStream();
    const second = await openAssistant({
      folder: first.folder,
      agent: { tools: { refund } },
      reply: askForRefund,
    });
    const resumed = await second.agent.resumeStream({ isAllowed: true }, { runId: run.runId });
    await resumed.consumeStream();
    await second.memory.settled();
    expect(await second.turns()).toEqual([turn]);
  });

  it("waits for an approval, and is captured once", async () => {
    const { agent, memory, turns } = await openAssistant({
      agent: { tools: { refund: approved } },
      reply: askForRefund,
    });
    const run = await agent.stream("I like tea. Give me a refund.", { memory: at() });
    await run.consumeStream();
    expect(await turns()).toEqual([]);
    const approvedRun = await agent.approveToolCall({ runId: run.runId });
    await approvedRun.consumeStream();
    await memory.settled();
    expect(await turns()).toEqual([turn]);
  });

  it("teaches nothing when its thread was deleted meanwhile", async () => {
    const { agent, memory, turns } = await openAssistant({
      agent: { tools: { refund } },
      reply: askForRefund,
    });
    const run = await agent.stream("I like tea. Give me a refund.", { memory: at() });
    await run.consumeStream();
    await memory.deleteThread("t1");
    const resumed = await agent.resumeStream({ isAllowed: true }, { runId: run.runId });
    await resumed.consumeStream();
    await memory.settled();
    expect(await turns()).toEqual([]);
  });
});
