import { MemorySaver } from "@langchain/langgraph";
import { createAgent, createMiddleware } from "langchain";
import { describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startAgent } from "../__fixtures__/start-agent.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { longTermMemory } from "./long-term-memory.ts";

const say = (text: string) => ({ messages: [{ role: "user", content: text }] });

describe.each(WAYS)("memory of an agent, asked %s", (_, ask) => {
  it("is kept apart for two users who ask the same at the same time", async () => {
    const { memory } = await openTestMemory();
    await memory.put("Likes tea", { userId: "alice" });
    await memory.put("Likes beer", { userId: "bob" });
    const chat = await startChat(({ system }) => ({ text: system, deltaDelayMs: 1 }));
    const { agent, flush } = await startAgent({ memory }, { chat });
    const users = ["alice", "bob", "alice", "bob"];
    const answers = await Promise.all(
      users.map((userId, index) =>
        ask(agent, "What likes do I have?", {
          context: { userId },
          configurable: { thread_id: `t${index}` },
        }),
      ),
    );
    await flush();
    answers.forEach((answer, index) => {
      expect(answer).toContain(users[index] === "alice" ? "Likes tea" : "Likes beer");
      expect(answer).not.toContain(users[index] === "alice" ? "beer" : "tea");
    });
    for (const userId of ["alice", "bob"]) {
      const { results } = await memory.episodes({ userId, include: "subtree" });
      expect(results.map((episode) => episode.userId)).toEqual([userId, userId]);
    }
  });

  it.each([
    ["none", {}],
    ["an empty one", { context: { userId: "" }, configurable: { thread_id: "t" } }],
    ["none but a thread", { configurable: { thread_id: "t" } }],
  ])("is neither read nor written where the user's id is %s", async (_case, config) => {
    const { memory, searches, adds } = recordingMemory();
    const failures: unknown[] = [];
    const options = { memory, onError: (error: unknown) => failures.push(error) };
    const { agent, flush, chat } = await startAgent(options, {
      checkpointer: "configurable" in config ? new MemorySaver() : false,
    });
    expect(await ask(agent, "Hi", config)).toBe("Answer 1.");
    await flush();
    expect([searches, adds, failures]).toEqual([[], [], []]);
    expect(chat.requests[0]?.system).toBe("");
  });
});

describe("whose memory it is", () => {
  it("is read in every hook, though a hook is given only what its middleware declares", async () => {
    const { memory, searches, adds } = recordingMemory();
    const { agent, flush } = await startAgent({ memory });
    await agent.invoke(say("Hi"), {
      context: { userId: "alice", plan: "free" },
      configurable: { thread_id: "t", userId: "bob" },
    });
    await flush();
    expect(searches[0]?.options).toMatchObject({ userId: "alice", sessionId: "t" });
    expect(adds[0]?.options).toMatchObject({ userId: "alice", sessionId: "t" });
  });

  it("may be a function of the whole context, also of what only the application knows", async () => {
    const { memory, searches, adds } = recordingMemory();
    const chat = await startChat();
    const middleware = longTermMemory({
      memory,
      scope: ({ context }) => ({ userId: String(context["account"]), agentId: "guide" }),
    });
    const agent = createAgent({
      model: chat.model,
      middleware: [middleware],
      contextSchema: z.object({ account: z.string() }),
    });
    await agent.invoke(say("Hi"), { context: { account: "acme" } });
    await middleware.flush();
    expect(searches[0]?.options).toMatchObject({ userId: "acme", agentId: "guide" });
    expect(adds[0]?.options).toMatchObject({ userId: "acme", agentId: "guide" });
    expect(adds[0]?.options).not.toHaveProperty("sessionId");
  });

  it("is told to onError when it is no id, and the chat goes on without memory", async () => {
    const { memory, searches, adds } = recordingMemory();
    const failures: unknown[] = [];
    const { agent, flush } = await startAgent({
      memory,
      onError: (error, { phase }) => failures.push([phase, (error as Error).message]),
    });
    const config = { context: { userId: 42 }, configurable: { thread_id: "t" } };
    const { messages } = await agent.invoke(say("Hi"), config);
    await flush();
    expect(messages.at(-1)?.text).toBe("Answer 1.");
    expect([searches, adds]).toEqual([[], []]);
    expect(failures[0]).toEqual(["callback", expect.stringContaining("userId must be")]);
  });

  it("is never that of another run, in whose async context a middleware calls on", async () => {
    const { memory, searches } = recordingMemory();
    const waiting: (() => void)[] = [];
    // Both calls go on in the async context of whichever came last, as from a queue of jobs.
    const queue = createMiddleware({
      name: "queue",
      wrapModelCall: async (request, handler) => {
        const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof handler>>>();
        waiting.push(() => resolve(handler(request)));
        if (waiting.length === 2) for (const goOn of waiting) goOn();
        return promise;
      },
    });
    const { agent } = await startAgent({ memory }, { before: [queue] });
    await Promise.all(
      ["alice", "bob"].map((userId) =>
        agent.invoke(say(`I am ${userId}`), {
          context: { userId },
          configurable: { thread_id: userId },
        }),
      ),
    );
    const asked = searches.map(({ query, options }) => [query, options.userId]);
    expect(Object.fromEntries(asked)).toEqual({ "I am alice": "alice", "I am bob": "bob" });
  });

  it("is not sent to the provider", async () => {
    const { memory } = recordingMemory();
    const { agent, chat } = await startAgent({ memory });
    await agent.invoke(say("Hi"), {
      context: { userId: "alice-the-great" },
      configurable: { thread_id: "t" },
    });
    expect(JSON.stringify(chat.requests)).not.toContain("alice-the-great");
  });
});
