import { OpenAIEmbeddings } from "@langchain/openai";
import { createMemory, openai, openaiEmbedder } from "@palimpsest/core";
import type { OpenAIServer } from "@palimpsest/openai-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { newFolder } from "../__fixtures__/new-folder.ts";
import { startAgent } from "../__fixtures__/start-agent.ts";
import { openChatModel, startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { fromLangChainEmbeddings } from "../models/from-langchain-embeddings.ts";
import { fromLangChain } from "../models/from-langchain.ts";

/** What the models of a memory are: core's own, or LangChain's. */
const MODELS = [
  [
    "core's own models",
    ({ baseUrl }: OpenAIServer) => ({
      model: openai({ baseURL: baseUrl, apiKey: "test" }),
      embedder: openaiEmbedder({ baseURL: baseUrl, apiKey: "test" }),
    }),
  ],
  [
    "models of LangChain",
    (server: OpenAIServer) => ({
      model: fromLangChain(openChatModel(server)),
      embedder: fromLangChainEmbeddings(
        new OpenAIEmbeddings({
          model: "text-embedding-3-small",
          apiKey: "test",
          maxRetries: 0,
          configuration: { baseURL: server.baseUrl },
        }),
        { dimensions: 1_536, similarityRange: [0.15, 0.8] },
      ),
    }),
  ],
] as const;

/** What a model that extracts and judges answers: a fact of Amsterdam, then one of Berlin in its place. */
const ANSWERS: Readonly<Record<string, readonly object[]>> = {
  record_facts: [
    toFacts("Amsterdam", "I live in Amsterdam"),
    toFacts("Berlin", "I moved to Berlin"),
    { facts: [] },
  ],
  decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
};

function toFacts(city: string, quote: string): object {
  return { facts: [{ text: `User lives in ${city}`, quote, attribute: "home_city", value: city }] };
}

function inThread(thread_id: string) {
  return { context: { userId: "alice" }, configurable: { thread_id } };
}

describe.each(MODELS)("an agent with a real memory on %s", (_, open) => {
  async function start() {
    const asked: string[] = [];
    const { server } = await startChat(({ toolChoice }) => {
      const { name } = toolChoice as { name: string };
      const before = asked.filter((earlier) => earlier === name).length;
      asked.push(name);
      return { toolCalls: [{ name, arguments: ANSWERS[name]?.[before] ?? {} }] };
    });
    const memory = createMemory({ uri: await newFolder(), durability: "os", ...open(server) });
    onTestFinished(() => memory.close());
    const failures: unknown[] = [];
    const options = { memory, onError: (...failure: unknown[]) => failures.push(failure) };
    return { ...(await startAgent(options)), memory, failures };
  }

  it.each(WAYS)("remembers in one thread, and knows in another, asked %s", async (_name, ask) => {
    const { agent, chat, flush, memory, failures } = await start();
    await ask(agent, "I live in Amsterdam.", inThread("t1"));
    await flush();
    await ask(agent, "I moved to Berlin.", inThread("t2"));
    await flush();
    await ask(agent, "An errand near where the user lives", inThread("t3"));
    await flush();
    expect(failures).toEqual([]);
    const last = chat.requests.slice(-5);
    for (const { system } of last) expect(system).toContain("- User lives in Berlin");
    expect(new Set(last.map(({ system }) => system)).size).toBe(1);
    expect(await memory.count({ userId: "alice", include: "subtree" })).toBe(1);
    const { results } = await memory.episodes({ userId: "alice", include: "subtree" });
    expect(results.map(({ status }) => status)).toEqual(["processed", "processed", "processed"]);
  });

  it("answers without a memory that is closed, and onError has why", async () => {
    const { agent, memory, failures, flush } = await start();
    await memory.close();
    const { messages } = await agent.invoke(
      { messages: [{ role: "user", content: "Hi" }] },
      { context: { userId: "alice" }, configurable: { thread_id: "t1" } },
    );
    await flush();
    expect(messages.at(-1)?.text).toBe("Answer 1.");
    expect(failures).toMatchObject([
      [{ code: "closed" }, { phase: "recall" }],
      [{ code: "closed" }, { phase: "remember" }],
    ]);
  });
});
