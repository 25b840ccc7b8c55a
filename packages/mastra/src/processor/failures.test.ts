import { RequestContext } from "@mastra/core/request-context";
import type { Memory } from "@palimpsest/core";
import { describe, expect, it, vi } from "vitest";
import { openCore } from "../__fixtures__/open-core.ts";
import { newFolder } from "../__fixtures__/new-folder.ts";
import { at, openAssistant } from "../__fixtures__/open-assistant.ts";

/** A memory of which some verbs do something else. */
async function coreWith(changes: Partial<Memory>): Promise<Memory> {
  return { ...openCore(await newFolder()), ...changes };
}

const fail = async () => {
  throw new Error("The disk is full.");
};

const broken = () => {
  throw new Error("No such function.");
};

describe("a memory that fails", () => {
  it("leaves generate and stream as they are, and onError is told", async () => {
    const memory = await coreWith({ search: fail, add: fail });
    const assistant = await openAssistant({ longTerm: { memory } });
    expect(await assistant.say("I like tea.")).toBe("Noted.");
    const { fullStream, text } = await assistant.agent.stream("I like jam.", { memory: at() });
    const types: string[] = [];
    for await (const { type } of fullStream) types.push(type);
    await assistant.memory.settled();
    expect(await text).toBe("Noted.");
    expect(types).not.toContain("error");
    expect(types.at(-1)).toBe("finish");
    const scope = { userId: "user-1", sessionId: "t1" };
    const turn = [
      [new Error("The disk is full."), { phase: "recall", scope }],
      [new Error("The disk is full."), { phase: "remember", scope }],
    ];
    expect(assistant.failures).toEqual([...turn, ...turn]);
  });

  it("at once, or as it is looked at, is no different", async () => {
    const memory = await coreWith({ search: broken, add: broken });
    const { say, failures } = await openAssistant({ longTerm: { memory } });
    expect(await say("I like tea.")).toBe("Noted.");
    expect(failures).toHaveLength(2);
  });

  it("inline leaves the run as it is, too", async () => {
    const memory = await coreWith({ add: fail });
    const { say, failures } = await openAssistant({ longTerm: { memory, capture: "inline" } });
    expect(await say("I like tea.")).toBe("Noted.");
    expect(failures).toHaveLength(1);
  });

  it("is told to the console where there is no onError", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const memory = await coreWith({ search: fail });
    const { say } = await openAssistant({ longTerm: { memory, onError: undefined } });
    await say("I like tea.");
    expect(log.mock.calls.flat()).toContainEqual(new Error("The disk is full."));
    log.mockRestore();
  });

  it("does no harm by callbacks that fail", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const callbacks = { onRecall: broken, onRemember: broken, waitUntil: broken, onError: broken };
    const { say, facts } = await openAssistant({ longTerm: callbacks });
    expect(await say("I like tea.")).toBe("Noted.");
    expect(await facts()).toEqual(["User likes tea"]);
    log.mockRestore();
  });

  it("is no reason for a context that nobody understands to break a run", async () => {
    const { memory, failures } = await openAssistant();
    const [processor] = (await memory.getInputProcessors()).slice(-1);
    const messageList = {} as never;
    const requestContext = new RequestContext<unknown>([["MastraMemory", "nonsense"]]);
    const args = { messageList, requestContext, state: {} };
    expect(await processor?.processInput?.(args as never)).toBe(messageList);
    expect(failures).toHaveLength(1);
  });
});

describe("a memory that is slow", () => {
  it("is not waited for longer than it may take", async () => {
    const memory = await coreWith({ search: () => new Promise(() => {}) });
    const { say, failures } = await openAssistant({
      longTerm: { memory, recall: { timeoutMs: 20 } },
    });
    expect(await say("I like tea.")).toBe("Noted.");
    expect(String(failures[0]?.[0])).toContain("within 20 ms");
  });

  it("does not hold up generate or the finish of a stream, and settled() waits for it", async () => {
    const { promise: slow, resolve: goOn } = Promise.withResolvers<void>();
    const core = openCore(await newFolder());
    let learned = 0;
    const { agent, memory } = await openAssistant({
      longTerm: {
        memory: { ...core, add: (...input) => slow.then(() => core.add(...input)) },
        onRemember: () => learned++,
      },
    });
    const { text } = await agent.generate("I like tea.", { memory: at() });
    expect(text).toBe("Noted.");
    const { fullStream } = await agent.stream("I like jam.", { memory: at() });
    const types: string[] = [];
    for await (const { type } of fullStream) types.push(type);
    expect(types.at(-1)).toBe("finish");
    expect(learned).toBe(0);
    const settled = memory.settled();
    goOn();
    await settled;
    expect(learned).toBe(2);
  });

  it("begins when the answer has had its turn", async () => {
    const core = openCore(await newFolder());
    let hasBegun = false;
    const seen: boolean[] = [];
    const { say } = await openAssistant({
      longTerm: {
        memory: {
          ...core,
          add(...input) {
            hasBegun = true;
            return core.add(...input);
          },
        },
        // A tick comes when all promises are through that are settled already.
        waitUntil: () => process.nextTick(() => seen.push(hasBegun)),
      },
    });
    await say("I like tea.");
    expect(seen).toEqual([false]);
    expect(hasBegun).toBe(true);
  });

  it("may be waited for: inline, the run ends when it has learned", async () => {
    const { agent, facts } = await openAssistant({ longTerm: { capture: "inline" } });
    await agent.generate("I like tea.", { memory: at() });
    expect(await facts()).toEqual(["User likes tea"]);
  });

  it("keeps a serverless function alive until it has learned", async () => {
    const work: Promise<void>[] = [];
    const { agent, facts } = await openAssistant({
      longTerm: { waitUntil: (promise) => work.push(promise) },
    });
    await agent.generate("I like tea.", { memory: at() });
    await Promise.all(work);
    expect(work).toHaveLength(1);
    expect(await facts()).toEqual(["User likes tea"]);
  });

  it("may be left out: nothing is captured", async () => {
    const { say, turns } = await openAssistant({ longTerm: { capture: false } });
    await say("I like tea.");
    expect(await turns()).toEqual([]);
  });
});
