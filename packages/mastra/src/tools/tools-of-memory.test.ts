import { Agent } from "@mastra/core/agent";
import type { ChatReply } from "@palimpsest/openai-server";
import { expect, test } from "vitest";
import { openAssistant } from "../__fixtures__/open-assistant.ts";

const call = (name: string, input: object): ChatReply => ({
  toolCalls: [{ name, arguments: input }],
});

test("the tools stand beside those of working memory, and take the place of none", async () => {
  const assistant = await openAssistant({
    longTerm: { tools: true },
    memory: { options: { workingMemory: { enabled: true } } },
  });
  await assistant.say("Hello.");
  const names = assistant.requests[0]?.tools.map(({ name }) => name);
  expect(new Set(names)).toEqual(
    new Set(["updateWorkingMemory", "searchMemories", "saveMemory", "forgetMemory"]),
  );
});

test("what an agent saves with a tool in one thread, it finds with one in another", async () => {
  const assistant = await openAssistant({
    longTerm: { tools: true, capture: false, recall: false },
    reply: (_request, count) => {
      if (count === 1) return call("saveMemory", { text: "User lives in Berlin" });
      if (count === 3) return call("searchMemories", { query: "Where does the user live?" });
      return { text: "Done." };
    },
  });
  await assistant.say("I live in Berlin. Remember that.", { thread: "t1" });
  expect(await assistant.facts()).toEqual(["User lives in Berlin"]);
  await assistant.say("Where do I live?", { thread: "t2" });
  expect(assistant.requests.at(-1)?.messages.at(-1)?.content).toContain("User lives in Berlin");
});

test.each([
  ["off", []],
  ["isolated", ["User lives in Oslo"]],
] as const)(
  "an agent that was delegated to, with delegation %s, saves %j",
  async (delegation, saved) => {
    let helper: Agent | undefined;
    const assistant = await openAssistant({
      longTerm: { tools: true, capture: false, delegation },
      agent: { agents: (): Record<string, Agent> => (helper ? { helper } : {}) },
      reply: (_request, count) => {
        if (count === 1) return call("agent-helper", { prompt: "Note that I live in Oslo." });
        if (count === 2) return call("saveMemory", { text: "User lives in Oslo" });
        return { text: "Done." };
      },
    });
    helper = new Agent({
      id: "helper",
      name: "Helper",
      description: "Helps.",
      instructions: "Help.",
      model: assistant.model,
    });
    await assistant.say("Ask your helper.");
    expect(await assistant.facts()).toEqual([]);
    expect(await assistant.facts("user-1-helper")).toEqual(saved);
  },
);
