import { createMemory, lexicalEmbedder, type Memory } from "@palimpsest/core";
import { describe, expect, it, onTestFinished } from "vitest";
import { findBytes } from "../__fixtures__/find-bytes.ts";
import { at, openAssistant } from "../__fixtures__/open-assistant.ts";
import { openCore } from "../__fixtures__/open-core.ts";
import { LongTermMemory } from "../index.ts";
import { newFolder } from "../__fixtures__/new-folder.ts";

describe("a deleted thread", () => {
  it("leaves nothing of its words in recall, and no byte of them on disk", async () => {
    const { say, core, memory, facts, turns, requests, folder } = await openAssistant({
      reply: () => ({ text: "Xylophones are loud." }),
    });
    await say("I like xylophones. I live in Berlin.");
    await say("I like tea.", { thread: "t2" });
    expect(await facts()).toHaveLength(3);
    // Files that are written behind the calls come and go.
    await core.idle();
    expect(await findBytes(`${folder}/palimpsest`, ["xylophones"])).not.toEqual([]);
    await memory.deleteThread("t1");
    await memory.settled();
    expect(await facts()).toEqual(["User likes tea"]);
    expect((await turns()).map(([said]) => said)).toEqual(["user: I like tea."]);
    await say("What do I like? Where do I live?", { thread: "t3" });
    expect(requests.at(-1)?.system).not.toMatch(/xylophones|Berlin/);
    expect(requests.at(-1)?.system).toContain("tea");
    await memory.deleteThread("t2");
    await memory.deleteThread("t3");
    await core.close();
    const words = ["xylophones", "Xylophones", "Berlin", "tea"];
    expect(await findBytes(`${folder}/palimpsest`, words)).toEqual([]);
  });

  it("leaves the facts that another thread taught as well, until that one goes", async () => {
    const { say, memory, facts } = await openAssistant();
    await say("I like xylophones. I like tea.");
    await say("I like tea.", { thread: "t2" });
    await memory.deleteThread("t1");
    expect(await facts()).toEqual(["User likes tea"]);
    await memory.deleteThread("t2");
    expect(await facts()).toEqual([]);
  });

  it("makes true again what it had replaced", async () => {
    const { say, memory, facts } = await openAssistant();
    await say("I live in Berlin.");
    await say("I moved to Paris.", { thread: "t2" });
    expect(await facts()).toEqual(["User lives in Paris"]);
    await memory.deleteThread("t2");
    expect(await facts()).toEqual(["User lives in Berlin"]);
  });

  it("takes nothing of other users, whatever their threads are called", async () => {
    const { say, memory, facts } = await openAssistant();
    await say("I like tea.", { thread: "t1", resource: "user-1" });
    await say("I like tea.", { thread: "t10", resource: "user-1" });
    await say("I like tea.", { thread: "t1'", resource: "user-10" });
    await memory.deleteThread("t1");
    expect(await facts("user-1")).toEqual(["User likes tea"]);
    await memory.deleteThread("t10");
    expect(await facts("user-1")).toEqual([]);
    expect(await facts("user-10")).toEqual(["User likes tea"]);
  });

  it("stops what is being learned from it", async () => {
    const { promise: slow, resolve: goOn } = Promise.withResolvers<void>();
    const core = openCore(await newFolder());
    const signals: (AbortSignal | undefined)[] = [];
    const add: Memory["add"] = async (messages, options) => {
      signals.push(options.signal);
      await slow;
      return core.add(messages, options);
    };
    const { agent, memory, failures } = await openAssistant({
      longTerm: { memory: { ...core, add } },
    });
    await agent.generate("I like xylophones.", { memory: at() });
    await agent.generate("I like tea.", { memory: at({ thread: "t2" }) });
    await memory.deleteThread("t1");
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    goOn();
    await memory.settled();
    const { results } = await core.list({ userId: "user-1", include: "subtree" });
    expect(results.map((fact) => fact.memory)).toEqual(["User likes tea"]);
    expect(failures).toEqual([]);
  });

  it("does not wait for a model that thinks about what was said in it", async () => {
    const folder = await newFolder();
    const { promise: thought, resolve: think } = Promise.withResolvers<void>();
    const core = createMemory({
      uri: folder,
      model: {
        id: "slow",
        async generate() {
          think();
          return new Promise(() => {});
        },
      },
      embedder: lexicalEmbedder(),
    });
    onTestFinished(() => core.close());
    const { agent, memory, failures } = await openAssistant({ longTerm: { memory: core } });
    await agent.generate("I like xylophones.", { memory: at() });
    await thought;
    expect((await core.episodes({ userId: "user-1", include: "subtree" })).results).toHaveLength(1);
    await memory.deleteThread("t1");
    await memory.settled();
    expect(failures).toEqual([]);
    await core.close();
    expect(await findBytes(folder, ["xylophones"])).toEqual([]);
  });

  it("keeps an answer that is under way from being learned from", async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { agent, core, storage, memory, turns } = await openAssistant({
      reply: async () => {
        ask();
        await answered;
        return { text: "Noted." };
      },
    });
    const run = agent.generate("I like xylophones.", { memory: at() });
    await asked;
    // As an application has it that makes a memory for each request.
    await new LongTermMemory({ storage, longTerm: { memory: core } }).deleteThread("t1");
    answer();
    await run;
    await memory.settled();
    expect(await turns()).toEqual([]);
  });

  it("keeps a turn from being learned from that began while it was being forgotten", async () => {
    const core = openCore(await newFolder());
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    let run: Promise<unknown> | undefined;
    const { agent, memory, say } = await openAssistant({
      longTerm: {
        memory: {
          ...core,
          async forget(options) {
            run = agent.generate("I like xylophones.", { memory: at() });
            await asked;
            return core.forget(options);
          },
        },
      },
      reply: async (_request, count) => {
        if (count === 1) return { text: "Noted." };
        ask();
        await answered;
        return { text: "Noted." };
      },
    });
    await say("I like tea.");
    await memory.deleteThread("t1");
    answer();
    await run;
    await memory.settled();
    expect(await core.count({ userId: "user-1", include: "subtree" })).toBe(0);
    const { results } = await core.episodes({ userId: "user-1", include: "subtree" });
    expect(results).toEqual([]);
  });

  it("may be begun anew under its id", async () => {
    const { say, memory, facts } = await openAssistant();
    await say("I like xylophones.");
    await memory.deleteThread("t1");
    await say("I like tea.");
    expect(await facts()).toEqual(["User likes tea"]);
  });

  it("stays where memory cannot forget, and can be deleted again", async () => {
    const core = openCore(await newFolder());
    let isDown = true;
    const forget: Memory["forget"] = (options) =>
      isDown ? Promise.reject(new Error("The disk is full.")) : core.forget(options);
    const { say, memory } = await openAssistant({ longTerm: { memory: { ...core, forget } } });
    await say("I like tea.");
    await expect(memory.deleteThread("t1")).rejects.toThrow("The disk is full.");
    expect(await memory.getThreadById({ threadId: "t1" })).not.toBeNull();
    isDown = false;
    await memory.deleteThread("t1");
    expect(await memory.getThreadById({ threadId: "t1" })).toBeNull();
    expect(await core.count({ userId: "user-1", include: "subtree" })).toBe(0);
  });

  it("that nobody knows is deleted as ever", async () => {
    const { memory, failures } = await openAssistant();
    await memory.deleteThread("unknown");
    expect(failures).toEqual([]);
  });

  it("may leave what it taught", async () => {
    const { say, memory, facts } = await openAssistant({ longTerm: { onThreadDelete: "keep" } });
    await say("I like tea.");
    await memory.deleteThread("t1");
    expect(await facts()).toEqual(["User likes tea"]);
  });

  it("is forgotten in the scope that the option says, by its own session", async () => {
    const { say, memory, facts } = await openAssistant({
      longTerm: { scope: ({ resourceId }) => ({ userId: `tenant/${resourceId}`, agentId: "a" }) },
    });
    await say("I like xylophones.");
    await say("I like tea.", { thread: "t2" });
    await memory.deleteThread("t1");
    expect(await facts("tenant/user-1")).toEqual(["User likes tea"]);
  });

  it("takes nothing along from a memory that is not kept by threads", async () => {
    const { say, memory, core } = await openAssistant({
      longTerm: { scope: () => ({ agentId: "everybody's" }) },
    });
    await say("I like tea.");
    await memory.deleteThread("t1");
    const { results } = await core.list({ agentId: "everybody's" });
    expect(results.map((fact) => fact.memory)).toEqual(["User likes tea"]);
  });
});
