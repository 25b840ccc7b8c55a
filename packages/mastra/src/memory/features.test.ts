import { createDurableAgent } from "@mastra/core/agent/durable";
import { RequestContext } from "@mastra/core/request-context";
import { createStep, createWorkflow } from "@mastra/core/workflows";
import { LibSQLStore, LibSQLVector } from "@mastra/libsql";
import { Memory } from "@mastra/memory";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { at, openAssistant, PATIENTLY } from "../__fixtures__/open-assistant.ts";
import { hasMastra } from "../__fixtures__/has-mastra.ts";
import { newFolder } from "../__fixtures__/new-folder.ts";
import { createLongTermProcessor } from "../index.ts";

const ID = "palimpsest-long-term-memory";

describe("beside long-term memory", () => {
  it("messages, threads and their paging are those of Memory, as Studio reads them", async () => {
    const { say, memory } = await openAssistant();
    await say("I like tea.");
    await say("I like jam.", { thread: "t2" });
    const { threads } = await memory.listThreads({ filter: { resourceId: "user-1" } });
    expect(threads.map(({ id }) => id).toSorted()).toEqual(["t1", "t2"]);
    const { messages } = await memory.recall({ threadId: "t1", resourceId: "user-1" });
    expect(messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
  });

  it("titles are made as before, and teach nothing", async () => {
    const { say, memory, turns } = await openAssistant({
      memory: { options: { generateTitle: true } },
      reply: ({ system }) => ({ text: system.includes("title") ? "I like titles." : "Noted." }),
    });
    await say("I like tea.");
    await expect
      .poll(async () => (await memory.getThreadById({ threadId: "t1" }))?.title)
      .toBe("I like titles.");
    expect(await turns()).toEqual([["user: I like tea.", "assistant: Noted."]]);
  });

  it("working memory keeps its document, and its tool teaches nothing", async () => {
    const { say, memory, turns, requests } = await openAssistant({
      memory: { options: { workingMemory: { enabled: true, template: "# Notes" } } },
      reply: ({ messages }) =>
        messages.at(-1)?.role === "tool"
          ? { text: "Noted." }
          : {
              toolCalls: [{ name: "updateWorkingMemory", arguments: { memory: "# I like notes" } }],
            },
    });
    await say("I like tea.");
    expect(await memory.getWorkingMemory({ threadId: "t1", resourceId: "user-1" })).toContain(
      "I like notes",
    );
    await say("What do I like?", { thread: "t2" });
    expect(requests.at(-1)?.system).toMatch(/I like notes[^]*User likes tea/);
    expect((await turns())[0]).toEqual(["user: I like tea.", "assistant: Noted."]);
  });

  it("semantic recall finds messages as before", async () => {
    const folder = await newFolder();
    const { say, requests, turns } = await openAssistant({
      memory: {
        vector: new LibSQLVector({ id: "vector", url: `file:${folder}/vectors.db` }),
        embedder: letterEmbedder as never,
        options: {
          lastMessages: 1,
          semanticRecall: { topK: 1, messageRange: 1, scope: "resource" },
        },
      },
    });
    await say("I like tea with honey.");
    await say("What with honey?", { thread: "t2" });
    expect(requests.at(-1)?.system).toMatch(/I like tea with honey/);
    expect(requests.at(-1)?.system).toContain("- User likes tea with honey");
    expect(await turns()).toHaveLength(2);
  });

  it("observational memory keeps messages, and each turn is captured once", async () => {
    const { say, memory, turns } = await openAssistant({
      memory: {
        options: { observationalMemory: { model: "openai/gpt-4.1-nano", scope: "thread" } },
      },
    });
    await say("I like tea.");
    await say("I like jam.");
    expect(await turns()).toEqual([
      ["user: I like tea.", "assistant: Noted."],
      ["user: I like jam.", "assistant: Noted."],
    ]);
    const { messages } = await memory.recall({ threadId: "t1", resourceId: "user-1" });
    expect(messages.filter(({ role }) => role === "user")).toHaveLength(2);
  });

  it("a cloned thread teaches what is new in it, and takes only that along", async () => {
    const { say, memory, facts } = await openAssistant();
    await say("I like tea.");
    const { thread } = await memory.cloneThread({ sourceThreadId: "t1" });
    await say("I like jam.", { thread: thread.id });
    expect(await facts()).toEqual(["User likes tea", "User likes jam"]);
    await memory.deleteThread(thread.id);
    expect(await facts()).toEqual(["User likes tea"]);
  });

  it("a workflow's agent step has no memory without a thread, and one with it", async () => {
    const { agent, mastra, memory, core, turns, failures } = await openAssistant();
    const schema = z.object({ prompt: z.string() });
    const ask = createStep({
      id: "ask",
      inputSchema: schema,
      outputSchema: z.object({ text: z.string() }),
      execute: async ({ inputData, requestContext }) => {
        const { text } = await agent.generate(inputData.prompt, { memory: at(), requestContext });
        return { text };
      },
    });
    const remembering = createWorkflow({
      id: "remembering",
      inputSchema: schema,
      outputSchema: z.object({ text: z.string() }),
    })
      .then(ask)
      .commit();
    const forgetful = createWorkflow({
      id: "forgetful",
      inputSchema: schema,
      outputSchema: z.object({ text: z.string() }),
    })
      .then(createStep(agent))
      .commit();
    for (const workflow of [remembering, forgetful]) {
      mastra.addWorkflow(workflow);
      const run = await workflow.createRun();
      const { status } = await run.start({
        inputData: { prompt: `I like ${workflow.id} things.` },
      });
      expect(status).toBe("success");
    }
    await memory.settled();
    expect(await turns()).toEqual([["user: I like remembering things.", "assistant: Noted."]]);
    const { results } = await core.episodes({ userId: "user-1", include: "subtree" });
    expect(results).toHaveLength(1);
    expect(failures).toEqual([]);
  });

  it("a durable agent recalls and is captured once", async () => {
    const { agent, mastra, memory, core, turns, requests } = await openAssistant();
    await core.put("Lives in Berlin", { userId: "user-1" });
    const durable = createDurableAgent({ agent, id: "durable" });
    mastra.addAgent(durable as never, "durable");
    const { output, cleanup } = await durable.stream("I like tea. Where do I live?", {
      memory: at(),
    });
    expect(await output.text).toBe("Noted.");
    await memory.settled();
    cleanup();
    expect(requests.at(-1)?.system).toContain("Lives in Berlin");
    expect(await turns()).toEqual([["user: I like tea. Where do I live?", "assistant: Noted."]]);
  });

  it("a function may choose the memory of a request", async () => {
    const other = await openAssistant();
    const { say, turns } = await openAssistant({ agent: { memory: () => other.memory } });
    await say("I like tea.");
    await other.memory.settled();
    expect(await turns()).toEqual([]);
    expect(await other.turns()).toHaveLength(1);
  });

  it("who asks for its processors outside of a run gets them, and nothing happens", async () => {
    const { agent, memory, failures } = await openAssistant();
    expect(await agent.listInputProcessors()).toHaveLength(1);
    expect(await agent.listOutputProcessors(new RequestContext())).toHaveLength(1);
    expect((await agent.resolveProcessorById(ID))?.id).toBe(ID);
    const [input] = (await memory.getInputProcessors()).slice(-1);
    const [output] = (await memory.getOutputProcessors()).slice(-1);
    expect(input).toBe(output);
    expect(input?.id).toBe(ID);
    expect(failures).toEqual([]);
  });

  it("settled() waits for what Memory has under way, too", async () => {
    const { promise: listed, resolve: list } = Promise.withResolvers<string[]>();
    const vector = new LibSQLVector({ id: "vector", url: `file:${await newFolder()}/vectors.db` });
    vector.listIndexes = () => listed;
    const { say, memory } = await openAssistant({ memory: { vector } });
    await say("I like tea.");
    await memory.deleteThread("t1");
    let isSettled = false;
    const settled = memory.settled().then(() => (isSettled = true));
    await new Promise(setImmediate);
    // Before memory 1.27 nothing says when that is done.
    expect(isSettled).toBe(!hasMastra("memory", "1.27.0"));
    list([]);
    await settled;
  });

  it("an agent may look after memory itself, in a run that is read only by a search alone", async () => {
    const names: string[][] = [];
    const { agent, memory, facts } = await openAssistant({
      longTerm: { tools: true, capture: false },
      reply({ tools, messages }) {
        names.push(tools.map(({ name }) => name).toSorted());
        return messages.at(-1)?.role === "tool"
          ? { text: "Saved." }
          : { toolCalls: [{ name: "saveMemory", arguments: { text: "User likes tea" } }] };
      },
    });
    await agent.generate("Remember this: I like tea.", { memory: at() });
    expect(names[0]).toEqual(["forgetMemory", "saveMemory", "searchMemories"]);
    expect(await facts()).toEqual(["User likes tea"]);
    expect(Object.keys(memory.listTools({ readOnly: true }))).toEqual(["searchMemories"]);
    const { memory: plain } = await openAssistant();
    expect(plain.listTools()).toEqual({});
  });
});

describe("the processor alone", () => {
  it("serves an agent with a Memory of its own, last on both sides", async () => {
    const { agent, core, turns, requests } = await openProcessor();
    await core.put("Lives in Berlin", { userId: "user-1" });
    await agent.generate("I like tea. Where do I live?", { memory: at() });
    expect(requests.at(-1)?.system).toContain("Lives in Berlin");
    expect(await turns()).toEqual([["user: I like tea. Where do I live?", "assistant: Noted."]]);
  });

  it("keeps to its own memory beside another of its kind", async () => {
    const { agent, core, requests } = await openAssistant({ agent: { memory: () => plain } });
    const plain = new Memory({ storage: new LibSQLStore({ id: "plain", url: ":memory:" }) });
    const processors = ["team", "person"].map((userId) =>
      createLongTermProcessor({
        memory: core,
        recall: PATIENTLY,
        capture: "inline",
        scope: ({ resourceId }) => ({ userId: `${userId} of ${resourceId}` }),
      }),
    );
    await core.put("Meets on Mondays", { userId: "team of user-1" });
    await core.put("Eats on Mondays", { userId: "person of user-1" });
    const call = { inputProcessors: processors, outputProcessors: processors };
    await agent.generate("I like Mondays. What is on Mondays?", { ...call, memory: at() });
    expect(requests.at(-1)?.system).toMatch(/Meets on Mondays[^]*Eats on Mondays/);
    for (const userId of ["team of user-1", "person of user-1"]) {
      const { results } = await core.episodes({ userId, include: "subtree" });
      expect(results).toHaveLength(1);
    }
  });

  it("forgets a thread when it is told", async () => {
    const { agent, processor, facts } = await openProcessor();
    await agent.generate("I like tea.", { memory: at() });
    expect(await facts()).toEqual(["User likes tea"]);
    await processor.forgetThread("t1", "user-1");
    expect(await facts()).toEqual([]);
  });

  it("stands once where LongTermMemory brings it, too", async () => {
    const { memory, core, say, turns, requests } = await openAssistant();
    const processor = createLongTermProcessor({ memory: core, recall: PATIENTLY });
    expect((await memory.getInputProcessors([processor])).map(({ id }) => id)).not.toContain(ID);
    expect((await memory.getOutputProcessors([processor])).map(({ id }) => id)).not.toContain(ID);
    await core.put("Lives in Berlin", { userId: "user-1" });
    const both = { inputProcessors: [processor], outputProcessors: [processor] };
    await say("Where do I live?", {}, both);
    await processor.settled();
    expect(requests.at(-1)?.system.match(/Lives in Berlin/g)).toHaveLength(1);
    expect(await turns()).toHaveLength(1);
  });
});

/** An agent with a plain `Memory`, whose processor ends each run when it has learned. */
async function openProcessor() {
  const host = await openAssistant();
  const processor = createLongTermProcessor({
    memory: host.core,
    recall: PATIENTLY,
    capture: "inline",
  });
  const assistant = await openAssistant({
    folder: host.folder,
    agent: {
      memory: new Memory({ storage: host.storage }),
      inputProcessors: [processor],
      outputProcessors: [processor],
    },
  });
  return { ...host, processor, agent: assistant.agent, requests: assistant.requests };
}

/** Texts that share letters are near. */
const letterEmbedder = {
  specificationVersion: "v2",
  provider: "test",
  modelId: "letters",
  maxEmbeddingsPerCall: 100,
  supportsParallelCalls: true,
  doEmbed: async ({ values }: { values: string[] }) => ({
    embeddings: values.map((text) =>
      Array.from("abcdefghijklmnopqrstuvwxyz", (letter) => text.toLowerCase().split(letter).length),
    ),
  }),
};
