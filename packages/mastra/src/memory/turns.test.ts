import { createTool } from "@mastra/core/tools";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { at, openAssistant } from "../__fixtures__/open-assistant.ts";

const weather = createTool({
  id: "weather",
  description: "The weather in a city.",
  inputSchema: z.object({ city: z.string() }),
  execute: async ({ city }) => ({ report: `I live in ${city} weather, says the tool` }),
});

/** Asks for the weather, and answers when it knows it. */
const askForWeather = ({ messages }: { messages: readonly { role: string }[] }) =>
  messages.at(-1)?.role === "tool"
    ? { text: "It is sunny." }
    : { text: "Let me see.", toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] };

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

  it("is only what is new in it, however long the thread", async () => {
    const { say, turns } = await openAssistant();
    await say("I like tea.");
    await say("I like jam.");
    expect(await turns()).toEqual([
      ["user: I like tea.", "assistant: Noted."],
      ["user: I like jam.", "assistant: Noted."],
    ]);
  });
});
