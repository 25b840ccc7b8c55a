import { Agent } from "@mastra/core/agent";
import { MASTRA_RESOURCE_ID_KEY, RequestContext } from "@mastra/core/request-context";
import { createTool } from "@mastra/core/tools";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { at, openAssistant, type Place } from "../__fixtures__/open-assistant.ts";
import { LONG_TERM_KEY, type LongTermOptions } from "../index.ts";

/** An agent whose tool asks a nested one in its own context, in the given place. */
async function openNested(place: Place | undefined) {
  let inner: Agent | undefined;
  const ask = createTool({
    id: "ask",
    description: "Asks a colleague.",
    inputSchema: z.object({}),
    async execute(_input, { requestContext }) {
      const options = { requestContext, ...(place && { memory: at(place) }) };
      const { text } = (await inner?.generate("I like secrets.", options)) ?? {};
      return { text };
    },
  });
  const outer = await openAssistant({
    // Mastra's own history fails in a nested run without a thread (core 1.71).
    memory: { options: { lastMessages: false } },
    agent: { tools: { ask } },
    reply: ({ system, messages }) =>
      system.startsWith("Whisper") || messages.at(-1)?.role === "tool"
        ? { text: "Done." }
        : { toolCalls: [{ name: "ask", arguments: {} }] },
  });
  const { memory, model } = outer;
  inner = new Agent({ id: "inner", name: "Inner", instructions: "Whisper.", model, memory });
  return outer;
}

/** Has a turn in which an agent asks a sub-agent without a memory of its own. */
async function delegate(longTerm: Partial<LongTermOptions>, requestContext = new RequestContext()) {
  let helper: Agent | undefined;
  const recalled: (string | undefined)[] = [];
  const assistant = await openAssistant({
    longTerm: { ...longTerm, onRecall: ({ scope }) => recalled.push(scope.userId) },
    agent: { agents: (): Record<string, Agent> => (helper ? { helper } : {}) },
    reply: ({ tools, messages }) =>
      tools.length === 0 || messages.at(-1)?.role === "tool"
        ? { text: "Done." }
        : { toolCalls: [{ name: "agent-helper", arguments: { prompt: "I live in Paris." } }] },
  });
  const { model } = assistant;
  helper = new Agent({
    id: "helper",
    name: "Helper",
    description: "Helps.",
    instructions: "Help.",
    model,
  });
  await assistant.core.put("User lives in Berlin", { userId: "user-1" });
  await assistant.core.put("Lives in Rome", { userId: "user-1-helper" });
  await assistant.say("Where do I live?", {}, { requestContext });
  const help = assistant.requests.find(({ system }) => system.startsWith("Help."));
  // Mastra forwards the supervisor's prompt to it, with the memories there (core 1.71).
  return { ...assistant, recalled, helpSystem: help?.system ?? "" };
}

/** A call whose request says this about memory. */
const context = (call: unknown) => ({
  requestContext: new RequestContext<unknown>([[LONG_TERM_KEY, call]]),
});

describe("an owner", () => {
  it("is exactly one resource, whatever others are called", async () => {
    const { say, facts, requests } = await openAssistant();
    await say("I live in Berlin.", { resource: "user-1" });
    const others = ["user-10", "user-1-helper", "user-", "*", "%", "user-1' OR '1'='1", "USER-1"];
    for (const [index, resource] of others.entries()) {
      await say("Where do I live?", { resource, thread: `other-${index}` });
      expect(requests.at(-1)?.system).toBe("Be kind.");
      expect(await facts(resource)).toEqual([]);
    }
    expect(await facts("user-1")).toEqual(["User lives in Berlin"]);
  });

  it("may have any id that Mastra takes", async () => {
    const resource = "o'brien\"; DROP TABLE memories; --/../%00";
    const { say, facts, requests } = await openAssistant();
    await say("I live in Berlin.", { resource, thread: "t' OR 1=1" });
    await say("Where do I live?", { resource, thread: "t2" });
    expect(requests.at(-1)?.system).toContain("User lives in Berlin");
    expect(await facts(resource)).toEqual(["User lives in Berlin"]);
  });

  it("is the resource that a server puts into the context", async () => {
    const { say, facts } = await openAssistant();
    const requestContext = new RequestContext([[MASTRA_RESOURCE_ID_KEY, "user-2"]]);
    await say("I live in Berlin.", { resource: "user-1" }, { requestContext });
    expect(await facts("user-1")).toEqual([]);
    expect(await facts("user-2")).toEqual(["User lives in Berlin"]);
  });

  it("of a run that goes on behind a nested one is still the outer one's", async () => {
    const { say, turns, failures } = await openNested({ thread: "inner", resource: "user-2" });
    await say("I like tea.", {}, { requestContext: new RequestContext() });
    expect(await turns("user-1")).toEqual([["user: I like tea.", "assistant: Done."]]);
    expect(await turns("user-2")).toEqual([["user: I like secrets.", "assistant: Done."]]);
    expect(failures).toEqual([]);
  });

  it("is not found by a nested agent without a place of its own", async () => {
    const { say, turns, requests } = await openNested(undefined);
    await say("I live in Berlin. I like secrets.", {}, { requestContext: new RequestContext() });
    await say("I like secrets, too.", {}, { requestContext: new RequestContext() });
    const inner = requests.filter(({ system }) => system.startsWith("Whisper"));
    expect(inner.map(({ system }) => system)).toEqual(["Whisper.", "Whisper."]);
    expect((await turns("user-1")).flat()).not.toContain("user: I like secrets.");
  });

  it("is nobody in a run without a thread", async () => {
    const { agent, memory, turns, requests, failures } = await openAssistant();
    const { text } = await agent.generate("I like tea.");
    await memory.settled();
    expect(text).toBe("Noted.");
    expect(requests.at(-1)?.system).toBe("Be kind.");
    expect(await turns()).toEqual([]);
    expect(failures).toEqual([]);
  });

  it("is whom the option `scope` says, and nobody where it says so", async () => {
    const { say, facts, turns, requests } = await openAssistant({
      longTerm: {
        scope: ({ resourceId, requestContext }) => {
          if (resourceId === "guest") return undefined;
          const team: unknown = requestContext?.get("team");
          return { userId: typeof team === "string" ? team : `alone: ${resourceId}` };
        },
      },
    });
    const requestContext = new RequestContext([["team", "blue"]]);
    await say("I live in Berlin.", { resource: "user-1" }, { requestContext });
    await say("Where do I live?", { resource: "user-2", thread: "t2" }, { requestContext });
    expect(requests.at(-1)?.system).toContain("User lives in Berlin");
    expect(await facts("blue")).toEqual(["User lives in Berlin"]);
    await say("I live in Rome.", { resource: "user-3", thread: "t3" });
    expect(await facts("alone: user-3")).toEqual(["User lives in Rome"]);
    await say("I live in Oslo.", { resource: "guest", thread: "t4" });
    expect(await turns("guest")).toEqual([]);
  });

  it("with a blank id, or a `scope` that fails, is nobody, and onError is told", async () => {
    const { say, core, failures } = await openAssistant({
      longTerm: {
        scope: ({ resourceId }) => {
          if (resourceId === "broken") throw new Error("no session");
          return { userId: " " };
        },
      },
    });
    await say("I live in Berlin.", { resource: "user-1" });
    await say("I live in Berlin.", { resource: "broken", thread: "t2" });
    expect(failures.map(([error]) => String(error))).toEqual([
      expect.stringContaining("userId must not be blank"),
      "Error: no session",
    ]);
    expect((await core.episodes({ userId: " ", include: "subtree" })).results).toEqual([]);
  });
});

describe("delegation", () => {
  it("is off: a sub-agent that inherits the memory recalls nothing and teaches nothing", async () => {
    const { recalled, helpSystem, turns } = await delegate({});
    expect(recalled).toEqual(["user-1"]);
    expect(helpSystem).toContain("Help.");
    expect(helpSystem).not.toContain("Rome");
    expect(await turns("user-1")).toEqual([["user: Where do I live?", "assistant: Done."]]);
    expect(await turns("user-1-helper")).toEqual([]);
  });

  it("may be isolated: the sub-agent has a memory of its own", async () => {
    const { recalled, helpSystem, turns } = await delegate({ delegation: "isolated" });
    expect(recalled).toEqual(["user-1", "user-1-helper"]);
    expect(helpSystem).toContain("Rome");
    expect(await turns("user-1")).toEqual([["user: Where do I live?", "assistant: Done."]]);
    expect(await turns("user-1-helper")).toEqual([["user: I live in Paris.", "assistant: Done."]]);
  });

  it("may share the user's memory, by a `scope` that reads the application's own key", async () => {
    const agents: (string | undefined)[] = [];
    const { recalled, turns } = await delegate(
      {
        delegation: "isolated",
        scope({ requestContext, agentId }) {
          agents.push(agentId);
          return { userId: String(requestContext?.get("user")) };
        },
      },
      new RequestContext([["user", "user-1"]]),
    );
    expect(recalled).toEqual(["user-1", "user-1"]);
    expect(await turns("user-1-helper")).toEqual([]);
    expect(agents).toContain("helper");
    expect(await turns("user-1")).toHaveLength(2);
  });
});

describe("a network", () => {
  it("captures the person's words once, and none of its router's", async () => {
    let helper: Agent | undefined;
    let routed = 0;
    const { agent, memory, model, turns, facts, requests, failures } = await openAssistant({
      agent: { agents: (): Record<string, Agent> => (helper ? { helper } : {}) },
      reply: ({ system, messages }) => {
        if (system.startsWith("Help.")) return { text: "Helped." };
        if (messages.at(-1)?.content.includes("has contributed")) {
          const isComplete = ++routed > 1;
          return {
            text: JSON.stringify({ isComplete, completionReason: "", finalResult: "Done." }),
          };
        }
        const choice = { primitiveId: "helper", primitiveType: "agent", selectionReason: "best" };
        return { text: JSON.stringify({ ...choice, prompt: "I live in Paris." }) };
      },
    });
    helper = new Agent({
      id: "helper",
      name: "Helper",
      description: "Helps.",
      instructions: "Help.",
      model,
      memory,
    });
    const stream = await agent.network("I live in Berlin.", { memory: at(), maxSteps: 2 });
    for await (const { type } of stream) expect(type).not.toBe("error");
    await memory.settled();
    expect(requests.filter(({ system }) => system.startsWith("Help.")).length).toBeGreaterThan(1);
    expect(await turns()).toEqual([["user: I live in Berlin.", "assistant: Helped."]]);
    expect(await facts()).toEqual(["User lives in Berlin"]);
    expect(failures).toEqual([]);
  });
});

describe("a run that is read only", () => {
  it("recalls and learns nothing, by the options of a call or of the memory", async () => {
    const { say, agent, memory, turns, requests } = await openAssistant();
    await say("I live in Berlin.");
    await agent.generate("Where do I live? I like tea.", {
      memory: { ...at({ thread: "t2" }), options: { readOnly: true } },
    });
    await memory.settled();
    expect(requests.at(-1)?.system).toContain("User lives in Berlin");
    expect(await turns()).toHaveLength(1);

    const readOnly = await openAssistant({ memory: { options: { readOnly: true } } });
    await readOnly.say("I like tea.");
    expect(await readOnly.turns()).toEqual([]);
  });

  it("may be turned off for a request, by a key of its context", async () => {
    const { say, turns, requests, failures } = await openAssistant();
    await say("I live in Berlin.");
    await say("Where do I live?", { thread: "t2" }, context({ capture: false }));
    expect(requests.at(-1)?.system).toContain("User lives in Berlin");
    expect(await turns()).toHaveLength(1);
    await say("Where do I live?", { thread: "t3" }, context({ recall: false }));
    expect(requests.at(-1)?.system).toBe("Be kind.");
    expect(await turns()).toHaveLength(2);
    expect(failures).toEqual([]);

    for (const wrong of [{ scope: { userId: "user-1" } }, { recall: "no" }, true]) {
      await say("Where do I live?", { thread: "t4", resource: "user-2" }, context(wrong));
    }
    expect(await turns("user-2")).toEqual([]);
    expect(failures).toHaveLength(3);
  });
});
