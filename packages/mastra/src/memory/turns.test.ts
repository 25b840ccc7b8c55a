import type { OutputProcessor } from "@mastra/core/processors";
import { createTool } from "@mastra/core/tools";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hasMastra } from "../__fixtures__/has-mastra.ts";
import { at, openAssistant } from "../__fixtures__/open-assistant.ts";

const weather = createTool({
  id: "weather",
  description: "The weather in a city.",
  inputSchema: z.object({ city: z.string() }),
  execute: async ({ city }) => ({ report: `I live in ${city}, where it is sunny` }),
});

/** Asks for the weather, and answers when it knows it. */
const askForWeather = ({ messages }: { messages: readonly { role: string }[] }) =>
  messages.at(-1)?.role === "tool"
    ? { text: "It is sunny." }
    : { text: "Let me see.", toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] };

/** Gives the list back as it is, after which Mastra shows processors the whole thread. */
const passOn: OutputProcessor = {
  id: "pass-on",
  processOutputResult: async ({ messageList }) => messageList,
};

describe("a turn", () => {
  it("teaches facts that other threads of the resource recall", async () => {
    const { say, requests, facts } = await openAssistant();
    await say("I live in Berlin.");
    expect(await facts()).toEqual(["User lives in Berlin"]);
    await say("Where do I live?", { thread: "t2" });
    expect(requests.at(-1)?.system).toContain("User lives in Berlin");
    expect(requests.at(-1)?.system).toContain("Be kind.");
  });

  it("of several steps with tools is captured once, without what the tools said", async () => {
    const { say, turns, facts } = await openAssistant({
      agent: { tools: { weather } },
      reply: askForWeather,
    });
    expect(await say("I like walks. How is the weather?")).toContain("It is sunny.");
    expect(await turns()).toEqual([
      ["user: I like walks. How is the weather?", "assistant: Let me see.\nIt is sunny."],
    ]);
    expect(await facts()).toEqual(["User likes walks"]);
  });

  it("that is saved step by step is captured once, and whole", async () => {
    const { say, turns } = await openAssistant({
      agent: { tools: { weather } },
      reply: askForWeather,
    });
    await say("How is the weather?", {}, { savePerStep: true });
    expect(await turns()).toEqual([
      ["user: How is the weather?", "assistant: Let me see.\nIt is sunny."],
    ]);
  });

  it("that is streamed is captured once", async () => {
    const { agent, memory, turns } = await openAssistant();
    const { fullStream } = await agent.stream("I like tea.", { memory: at() });
    for await (const chunk of fullStream) expect(chunk.type).not.toBe("error");
    await memory.settled();
    expect(await turns()).toEqual([["user: I like tea.", "assistant: Noted."]]);
  });

  it("that is had in several threads at once teaches its fact once", async () => {
    const { agent, memory, facts, turns } = await openAssistant();
    const threads = ["t1", "t2", "t3", "t4", "t5"];
    const ask = (thread: string) => agent.generate("I like tea.", { memory: at({ thread }) });
    await Promise.all(threads.map(ask));
    await memory.settled();
    expect(await turns()).toHaveLength(5);
    expect(await facts()).toEqual(["User likes tea"]);
  });

  it("is only what is new in it, behind processors that pass the whole list on", async () => {
    const { say, turns } = await openAssistant({ agent: { outputProcessors: [passOn] } });
    await say("I like tea.");
    await say("I like jam.");
    expect(await turns()).toEqual([
      ["user: I like tea.", "assistant: Noted."],
      ["user: I like jam.", "assistant: Noted."],
    ]);
  });

  it("is only what is new in it, when a client sends the history again", async () => {
    const { agent, memory, turns } = await openAssistant({
      memory: { options: { lastMessages: false } },
    });
    const history = [
      { role: "user" as const, content: "I like tea." },
      { role: "assistant" as const, content: "Noted." },
    ];
    await agent.generate([...history, { role: "user", content: "I like jam." }], { memory: at() });
    await memory.settled();
    expect(await turns()).toEqual([["user: I like jam.", "assistant: Noted."]]);
  });

  it("is learned from where no messages are stored", async () => {
    const { say, memory, facts, turns } = await openAssistant({
      memory: { options: { lastMessages: false } },
    });
    await say("I live in Berlin.");
    const { messages } = await memory.recall({ threadId: "t1", resourceId: "user-1" });
    expect(messages).toEqual([]);
    expect(await turns()).toEqual([["user: I live in Berlin.", "assistant: Noted."]]);
    expect(await facts()).toEqual(["User lives in Berlin"]);
  });

  it("that a person sends as a signal, as Studio does, is captured and recalled", async () => {
    const { agent, memory, say, turns, requests } = await openAssistant();
    await say("I live in Berlin.");
    const sent = agent.sendMessage("Where do I live?", { threadId: "t2", resourceId: "user-1" });
    const accepted = await sent.accepted;
    if (accepted.action !== "wake" || !accepted.output) throw new Error("The agent slept on.");
    await accepted.output.consumeStream();
    await memory.settled();
    expect((await turns()).at(-1)).toEqual(["user: Where do I live?", "assistant: Noted."]);
    expect(requests.at(-1)?.system).toContain("User lives in Berlin");
    const { messages } = await memory.recall({ threadId: "t2", resourceId: "user-1" });
    expect(messages.map(({ role }) => role)).toContain("signal");
  });

  it("that other signals are part of is the person's words only", async () => {
    const { agent, memory, turns } = await openAssistant();
    const sent = agent.sendSignal(
      { type: "system-reminder", contents: "I like to be reminded." },
      { threadId: "t1", resourceId: "user-1", ifIdle: { behavior: "wake" } },
    );
    const accepted = await sent.accepted;
    if (accepted.action !== "wake" || !accepted.output) throw new Error("The agent slept on.");
    await accepted.output.consumeStream();
    await memory.settled();
    expect(await turns()).toEqual([]);
  });
});

describe("a turn that comes to no end", () => {
  it("is the person's words, not half an answer, when it is aborted; asked again it adds nothing twice", async () => {
    const { agent, say, memory, turns, facts } = await openAssistant({
      reply: (_request, count) =>
        count === 1 ? { text: "A very long answer indeed.", deltaDelayMs: 50 } : { text: "Noted." },
    });
    const abort = new AbortController();
    const { fullStream } = await agent.stream("I like tea.", {
      memory: at(),
      abortSignal: abort.signal,
    });
    for await (const chunk of fullStream) if (chunk.type === "text-delta") abort.abort();
    await memory.settled();
    // Before core 1.68 an abort ends a run as a guardrail does that rejects it, or without its output processors.
    expect(await turns()).toEqual(hasMastra("core", "1.68.0") ? [["user: I like tea."]] : []);
    await say("I like tea.");
    expect(await facts()).toEqual(["User likes tea"]);
  });

  it("teaches nothing when the model failed, and all of it when it is asked again", async () => {
    const { say, turns, server, failures } = await openAssistant();
    server.fail({ with: { type: "status", status: 400 } });
    await expect(say("I like tea.")).rejects.toThrow("400");
    expect(await turns()).toEqual([]);
    await say("I like tea.");
    expect(await turns()).toEqual([["user: I like tea.", "assistant: Noted."]]);
    expect(failures).toEqual([]);
  });

  it("is captured once when the request to the model is retried", async () => {
    const { say, turns, server } = await openAssistant({ agent: { maxRetries: 2 } });
    server.fail({ with: { type: "status", status: 503 } });
    await say("I like tea.");
    expect(await turns()).toEqual([["user: I like tea.", "assistant: Noted."]]);
  });

  it("teaches nothing when the provider refuses to answer", async () => {
    const { say, turns } = await openAssistant({
      reply: () => ({ text: "No.", finishReason: "content_filter" }),
    });
    await say("I like dynamite.");
    expect(await turns()).toEqual([]);
  });

  it("is captured once when a client sends it again under the id of its message", async () => {
    const { agent, memory, turns } = await openAssistant();
    const message = { id: "m1", role: "user" as const, content: "I like tea." };
    await agent.generate([message], { memory: at() });
    await agent.generate([message], { memory: at() });
    await memory.settled();
    expect(await turns()).toEqual([["user: I like tea.", "assistant: Noted."]]);
  });

  it("is captured again when a client edits the message", async () => {
    // With messages from storage Mastra goes on with the text that it stored under the id.
    const { agent, memory, turns } = await openAssistant({
      memory: { options: { lastMessages: false } },
    });
    for (const content of ["I like tea.", "I like jam."]) {
      await agent.generate([{ id: "m1", role: "user", content }], { memory: at() });
    }
    await memory.settled();
    expect((await turns()).map(([said]) => said)).toEqual([
      "user: I like tea.",
      "user: I like jam.",
    ]);
  });
});

describe("guardrails", () => {
  it("that reject what a person says keep it out of memory", async () => {
    const { say, turns } = await openAssistant({
      agent: {
        inputProcessors: [{ id: "guard", processInput: ({ abort }) => abort("not here") }],
      },
    });
    await say("I like dynamite.");
    expect(await turns()).toEqual([]);
  });

  it("that reject an answer keep the turn out of memory", async () => {
    const { say, turns } = await openAssistant({
      agent: {
        outputProcessors: [{ id: "guard", processOutputResult: ({ abort }) => abort("not here") }],
      },
    });
    await say("I like dynamite.");
    expect(await turns()).toEqual([]);
  });

  it("that ask for another answer leave one turn, with that one", async () => {
    const { say, turns } = await openAssistant({
      agent: {
        maxProcessorRetries: 1,
        outputProcessors: [
          {
            id: "guard",
            processOutputStep({ text, abort, messageList }) {
              if (text === "First.") abort("again", { retry: true });
              return messageList;
            },
          },
        ],
      },
      reply: (_request, count) => ({ text: count === 1 ? "First." : "Second." }),
    });
    await say("I like tea.");
    const [turn, ...others] = await turns();
    expect(others).toEqual([]);
    expect(turn?.[0]).toBe("user: I like tea.");
    expect(turn?.at(-1)).toContain("Second.");
  });

  it("that rewrite what a person said have the last word", async () => {
    const { say, turns } = await openAssistant({
      agent: {
        inputProcessors: [
          {
            id: "redact",
            processInput: ({ messages }) =>
              messages.map((message) => ({
                ...message,
                content: { ...message.content, parts: [{ type: "text", text: "My card is ***." }] },
              })),
          },
        ],
      },
    });
    await say("My card is 4111.");
    expect(await turns()).toEqual([["user: My card is ***.", "assistant: Noted."]]);
  });
});
