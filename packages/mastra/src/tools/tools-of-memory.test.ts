import { Agent } from "@mastra/core/agent";
import type { ChatReply, ChatRequest } from "@palimpsest/openai-server";
import { expect, test } from "vitest";
import { at, openAssistant } from "../__fixtures__/open-assistant.ts";

const NAMES = ["searchMemories", "saveMemory", "forgetMemory"];

const call = (name: string, input: object): ChatReply => ({
  toolCalls: [{ name, arguments: input }],
});
const namesOf = (request: ChatRequest | undefined) => request?.tools.map(({ name }) => name);

test("an agent has the tools of its memory where the option says so, and none else", async () => {
  const without = await openAssistant();
  await without.say("Hello.");
  expect(namesOf(without.requests[0])).toEqual([]);
  const { say, requests } = await openAssistant({ longTerm: { tools: true } });
  await say("Hello.");
  expect(namesOf(requests[0])).toEqual(NAMES);
});

test("they stand beside those of working memory", async () => {
  const { say, requests } = await openAssistant({
    longTerm: { tools: true },
    memory: { options: { workingMemory: { enabled: true } } },
  });
  await say("Hello.");
  expect(namesOf(requests[0])).toEqual(["updateWorkingMemory", ...NAMES]);
});

test("a read-only run may only search", async () => {
  const { agent, requests } = await openAssistant({ longTerm: { tools: true } });
  await agent.generate("Hello.", { memory: { ...at(), options: { readOnly: true } } });
  expect(namesOf(requests[0])).toEqual(["searchMemories"]);
});

test("what an agent saves with one in one thread, it finds in another", async () => {
  const { say, requests, facts } = await openAssistant({
    longTerm: { tools: true, capture: false, recall: false },
    reply: (_request, count) => {
      if (count === 1) return call("saveMemory", { text: "User lives in Berlin" });
      if (count === 3) return call("searchMemories", { query: "Where does the user live?" });
      return { text: "Done." };
    },
  });
  await say("I live in Berlin. Remember that.", { thread: "t1" });
  expect(await facts()).toEqual(["User lives in Berlin"]);
  await say("Where do I live?", { thread: "t2" });
  expect(requests.at(-1)?.messages.at(-1)?.content).toContain("User lives in Berlin");
});

test.each([
  ["off", []],
  ["isolated", ["User lives in Oslo"]],
] as const)(
  "an agent that was delegated to, with delegation %s, saves %j",
  async (delegation, saved) => {
    let helper: Agent | undefined;
    const { say, model, facts } = await openAssistant({
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
      description: "Helps the helper.",
      instructions: "Help.",
      model,
    });
    await say("Ask your helper.");
    expect(await facts()).toEqual([]);
    expect(await facts("user-1-helper")).toEqual(saved);
  },
);
