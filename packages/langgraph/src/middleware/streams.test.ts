import type { ChatOpenAI } from "@langchain/openai";
import { AIMessage, SystemMessage } from "@langchain/core/messages";
import type { LanguageModel } from "@palimpsest/core";
import { createMiddleware } from "langchain";
import { describe, expect, it } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startAgent, type TestAgent } from "../__fixtures__/start-agent.ts";
import { startChat, workOnErrands } from "../__fixtures__/start-chat.ts";
import { fromLangChain } from "../models/from-langchain.ts";

const alice = { context: { userId: "alice" }, configurable: { thread_id: "t1" } };
const errand = { messages: [{ role: "user", content: "An errand for my dog." }] };

/** Everything that a stream gives, as text. */
type Listen = (agent: TestAgent) => Promise<string[]>;

async function collect(stream: AsyncIterable<unknown>): Promise<string[]> {
  const seen: string[] = [];
  for await (const part of stream) seen.push(JSON.stringify(part));
  return seen;
}

const STREAM_V3 = "the messages of version 3";

const STREAMS: readonly (readonly [name: string, listen: Listen])[] = [
  ...(["messages", "updates", "values", "custom", "debug"] as const).map(
    (streamMode): [string, Listen] => [
      `the stream of ${streamMode}`,
      async (agent) => collect(await agent.stream(errand, { ...alice, streamMode })),
    ],
  ),
  [
    STREAM_V3,
    async (agent) => {
      const run = await agent.streamEvents(errand, { ...alice, version: "v3" });
      const seen: string[] = [];
      for await (const message of run.messages) {
        for await (const event of message) seen.push(JSON.stringify(event));
      }
      return seen;
    },
  ],
  ["the events", async (agent) => collect(agent.streamEvents(errand, { ...alice, version: "v2" }))],
];

/** A port that asks the model where it is called, as one would write it at first. */
function fromLangChainNaively(model: ChatOpenAI): LanguageModel {
  return {
    id: "naive",
    async generate({ system, messages, tool }) {
      const { name, description, parameters } = tool;
      const bound = model.bindTools(
        [{ type: "function", function: { name, description, parameters } }],
        { tool_choice: name },
      );
      const prompt = messages.map(({ content }) => new AIMessage(content));
      const { tool_calls: [call] = [] } = await bound.invoke([
        new SystemMessage(system),
        ...prompt,
      ]);
      return { arguments: call?.args };
    },
  };
}

/** An agent whose memory extracts with a model of LangChain, while the run goes on. */
async function startWithExtractor(
  mode: "await" | "background",
  toPort: (model: ChatOpenAI) => LanguageModel,
) {
  const extractor = await startChat(() => ({
    toolCalls: [
      { name: "record_facts", arguments: { facts: [{ text: "User has a dog, EXTRACTED" }] } },
    ],
  }));
  const { memory } = await openTestMemory({ model: toPort(extractor.model) });
  // The hooks behind the answer run from the last to the first: this one holds the run open.
  const hold = createMiddleware({
    name: "hold",
    afterAgent: async () => {
      await started.flush();
    },
  });
  const started = await startAgent({ memory, remember: { mode } }, { before: [hold] });
  return { ...started, memory, extractor };
}

describe.each(["await", "background"] as const)("extraction in a run, mode %s", (mode) => {
  it.each(STREAMS)("is not heard in %s", async (_name, listen) => {
    const { agent, memory, extractor } = await startWithExtractor(mode, fromLangChain);
    const seen = await listen(agent);
    expect(extractor.requests).toHaveLength(1);
    expect(seen.join("\n")).not.toMatch(/EXTRACTED|record_facts/);
    expect(await memory.count({ userId: "alice", include: "subtree" })).toBe(1);
  });

  it("would be heard in the messages and in the events, were the model asked within the run", async () => {
    for (const [name, listen] of STREAMS) {
      const { agent } = await startWithExtractor(mode, fromLangChainNaively);
      const isHeard = /EXTRACTED|record_facts/.test((await listen(agent)).join("\n"));
      expect([name, isHeard]).toEqual([
        name,
        ["the stream of messages", STREAM_V3, "the events"].includes(name),
      ]);
    }
  });
});

describe("a stream", () => {
  it.each(STREAMS)(
    "shows what was recalled in the prompt of a model's events only: %s",
    async (name, listen) => {
      const { agent } = await startAgent({ memory: recordingMemory().memory });
      const isShown = (await listen(agent)).join("\n").includes("Berlin");
      expect(isShown).toBe(name === "the events");
    },
  );

  it("ends when the answer is there, and the turn is kept behind it", async () => {
    const { promise: never } = Promise.withResolvers<never>();
    const { memory, kept } = recordingMemory({ add: () => never });
    const work: Promise<void>[] = [];
    const { agent } = await startAgent({ memory, waitUntil: (promise) => void work.push(promise) });
    const stream = await agent.stream(errand, { ...alice, streamMode: "messages" });
    for await (const [message] of stream) expect(message).toBeDefined();
    await expect.poll(kept).toHaveLength(1);
    expect(work).toHaveLength(1);
  });

  it("ends when the turn is kept, where that is awaited", async () => {
    const done: string[] = [];
    const { memory } = recordingMemory({
      add: async (messages, options) => {
        await new Promise(setImmediate);
        done.push("kept");
        return recordingMemory().memory.add(messages, options);
      },
    });
    const { agent } = await startAgent({ memory, remember: { mode: "await" } });
    await collect(await agent.stream(errand, { ...alice, streamMode: "values" }));
    expect(done).toEqual(["kept"]);
  });

  it("keeps the turns of one user in the order in which they ended", async () => {
    const { promise: first, resolve } = Promise.withResolvers<boolean>();
    const { memory, kept } = recordingMemory();
    const { agent, flush, chat } = await startAgent({
      memory,
      remember: {
        shouldRemember: ([said]) => (said?.content === "One" ? first : true),
      },
    });
    chat.script(workOnErrands);
    for (const [userId, content] of [
      ["alice", "One"],
      ["alice", "Two"],
      ["bob", "Three"],
    ] as const) {
      const config = { context: { userId }, configurable: { thread_id: content } };
      await agent.invoke({ messages: [{ role: "user", content }] }, config);
    }
    await expect.poll(kept).toEqual([["user: Three", "assistant: Answer 3."]]);
    resolve(true);
    await flush();
    expect(kept().map(([said]) => said)).toEqual(["user: Three", "user: One", "user: Two"]);
  });
});
