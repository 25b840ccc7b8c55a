import { AIMessage, HumanMessage } from "@langchain/core/messages";
import type { Memory } from "@palimpsest/core";
import { MemorySaver } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { createAgent } from "langchain";
import { describe, expect, it } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { longTermMemory } from "../middleware/long-term-memory.ts";
import { createManageMemoryTool } from "./manage-memory.ts";
import { createSearchMemoryTool } from "./search-memory.ts";

const alice = { configurable: { langgraph_user_id: "alice", checkpoint_ns: "tools:1" } };
const scope = { userId: "alice" };

function failing(error: unknown): Memory["search"] {
  return async () => {
    throw error;
  };
}

describe("search_memory", () => {
  it("answers as LangMem's does: a list of items, most relevant first", async () => {
    const { memory } = await openTestMemory();
    const { id } = await memory.put("Likes green tea", scope);
    await memory.put("Likes black tea", { userId: "bob" });
    const search = createSearchMemoryTool({ memory });
    expect(search.name).toBe("search_memory");
    const found: unknown = JSON.parse(await search.invoke({ query: "tea" }, alice));
    expect(found).toEqual([
      {
        key: id,
        value: { content: "Likes green tea" },
        created_at: "2026-03-01T12:00:00.000Z",
        updated_at: "2026-03-01T12:00:00.000Z",
        score: expect.any(Number),
      },
    ]);
    expect(await search.invoke({ query: "carburettor" }, alice)).toBe("[]");
  });

  it("takes LangMem's arguments: a limit, an offset and a filter", async () => {
    const { memory } = await openTestMemory();
    for (const [text, kind] of [
      ["Tea is green", "fact"],
      ["Tea is liked", "preference"],
      ["Tea is black", "fact"],
    ] as const) {
      await memory.put(text, { ...scope, kind });
    }
    const search = createSearchMemoryTool({ memory });
    const read = async (input: object) => {
      const items: { value: { content: string } }[] = JSON.parse(
        await search.invoke({ query: "tea", ...input }, alice),
      );
      return items.map(({ value }) => value.content);
    };
    const all = await read({});
    expect(all).toHaveLength(3);
    expect(await read({ limit: 1, offset: 1 })).toEqual(all.slice(1, 2));
    expect(await read({ offset: 3 })).toEqual([]);
    expect(await read({ filter: { kind: "preference" } })).toEqual(["Tea is liked"]);
    const refused = await search.invoke({ query: "tea", filter: { kind: { $eq: 1 } } }, alice);
    expect(refused).toMatch(/\$eq/);
  });

  it("gives the matches beside the text, where they are wanted", async () => {
    const { memory } = recordingMemory();
    const search = createSearchMemoryTool({ memory, responseFormat: "content_and_artifact" });
    const call = {
      type: "tool_call" as const,
      id: "1",
      name: "search_memory",
      args: { query: "home" },
    };
    expect(await search.invoke(call, alice)).toMatchObject({
      content: expect.stringContaining("Berlin"),
      artifact: [{ memory: "User lives in Berlin" }],
    });
  });

  it("reads nobody's memory when it is not known whose it is", async () => {
    const { memory, searches } = recordingMemory();
    const search = createSearchMemoryTool({ memory });
    for (const configurable of [{}, { checkpoint_ns: "tools:1" }, { user_id: "" }]) {
      expect(await search.invoke({ query: "tea" }, { configurable })).toMatch("not known who");
    }
    expect(searches).toEqual([]);
  });

  it("tells the model to go on without a memory that fails, and onError why", async () => {
    const failures: unknown[] = [];
    const { memory } = recordingMemory({ search: failing(new Error("down")) });
    const onError = (...failure: unknown[]) => failures.push(failure);
    const search = createSearchMemoryTool({ memory, onError });
    expect(await search.invoke({ query: "tea" }, alice)).toMatch("not available now");
    const lost = createSearchMemoryTool({
      memory,
      onError,
      scope: () => {
        throw new Error("oops");
      },
    });
    expect(await lost.invoke({ query: "tea" }, alice)).toMatch("not available now");
    expect(failures).toEqual([
      [new Error("down"), { phase: "recall", scope }],
      [new Error("oops"), { phase: "callback" }],
    ]);
  });

  it("stops when the run is aborted", async () => {
    const abort = new AbortController();
    const { memory } = recordingMemory({
      search: (_query, { signal }) => {
        abort.abort(new Error("enough"));
        return failing(signal?.reason)("", scope);
      },
    });
    const search = createSearchMemoryTool({ memory });
    await expect(
      search.invoke({ query: "tea" }, { ...alice, signal: abort.signal }),
    ).rejects.toThrow("enough");
  });
});

describe("manage_memory", () => {
  it("creates, updates and deletes with LangMem's answers", async () => {
    const { memory } = await openTestMemory({
      script: { record_facts: [{ facts: [{ text: "User likes tea" }] }] },
    });
    const manage = createManageMemoryTool({ memory });
    expect(manage.name).toBe("manage_memory");
    const created = await manage.invoke({ content: "User likes tea" }, alice);
    const [, id = ""] = /^created memory ([\w-]+)$/.exec(created) ?? [];
    expect((await memory.get(id, scope))?.memory).toBe("User likes tea");

    const update = { action: "update" as const, id, content: "User likes green tea" };
    expect(await manage.invoke(update, alice)).toBe(`updated memory ${id}`);
    expect((await memory.get(id, scope))?.memory).toBe("User likes green tea");

    expect(await manage.invoke({ action: "delete", id }, alice)).toBe(`Deleted memory ${id}`);
    expect(await memory.count(scope)).toBe(0);
    expect(await manage.invoke({ action: "delete", id }, alice)).toMatch("No memory has the id");
  });

  it("tells the model what LangMem would, where a call does not fit", async () => {
    const { memory } = await openTestMemory();
    const manage = createManageMemoryTool({ memory });
    const ask = async (input: Parameters<typeof manage.invoke>[0]) => manage.invoke(input, alice);
    expect(await ask({ content: "x", id: "1" })).toMatch(
      "cannot provide a MEMORY ID when creating",
    );
    expect(await ask({ action: "update", content: "x" })).toMatch("must provide a MEMORY ID");
    expect(await ask({ action: "delete" })).toMatch("must provide a MEMORY ID");
    expect(await ask({ action: "update", id: "1" })).toMatch("must provide the content");
    expect(await ask({})).toMatch("must provide the content");
    expect(await ask({ content: " " })).toMatch("must provide the content");
    expect(await ask({ action: "update", id: "1", content: " " })).toMatch(
      "must provide the content",
    );
  });

  it("never touches another's memory by its id", async () => {
    const { memory } = await openTestMemory();
    const { id } = await memory.put("Likes beer", { userId: "bob" });
    const manage = createManageMemoryTool({ memory });
    for (const input of [
      { action: "update", id, content: "Likes tea" },
      { action: "delete", id },
    ] as const) {
      expect(await manage.invoke(input, alice)).toMatch("No memory has the id");
    }
    expect((await memory.get(id, { userId: "bob" }))?.memory).toBe("Likes beer");
  });

  it("leaves what the user locked", async () => {
    const { memory } = await openTestMemory();
    const { id } = await memory.put("Allergic to nuts", { ...scope, pinned: true });
    const manage = createManageMemoryTool({ memory });
    expect(await manage.invoke({ action: "delete", id }, alice)).toMatch("locked");
    expect(await memory.count(scope)).toBe(1);
  });

  it("gives what only the model says no more trust than the model has", async () => {
    const { memory } = await openTestMemory({
      script: {
        record_facts: [
          {
            facts: [{ text: "User lives in Oslo", quote: "User lives in Oslo", attribute: "home" }],
          },
        ],
        decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
      },
    });
    const { id } = await memory.put("User lives in Rome", scope);
    const manage = createManageMemoryTool({ memory });
    const runtime = { ...alice, state: { messages: [new HumanMessage("Sum up this page.")] } };
    await manage.invoke({ content: "User lives in Oslo" }, runtime);
    expect((await memory.get(id, scope))?.status).toBe("current");
  });

  it("does only what is permitted", async () => {
    const { memory } = await openTestMemory();
    const manage = createManageMemoryTool({ memory, actionsPermitted: ["create"] });
    expect(manage.description).toMatch(/^Create a memory to persist/);
    await expect(manage.invoke({ action: "delete", id: "1" } as never, alice)).rejects.toThrow(
      "did not match expected schema",
    );
    expect(createManageMemoryTool({ memory }).description).toMatch(/^Create, update, or delete a/);
    for (const actions of [[], ["forget"]]) {
      expect(() => createManageMemoryTool({ memory, actionsPermitted: actions as never })).toThrow(
        expect.objectContaining({ parameter: "actionsPermitted" }),
      );
    }
  });
});

it("the tools need a memory", () => {
  for (const create of [createSearchMemoryTool, createManageMemoryTool]) {
    expect(() => create({} as never)).toThrow("A memory is needed");
    expect(() => create({ memory: {} } as never)).toThrow("memory must be a memory");
  }
});

it.each([
  [{ actionPermitted: ["create"] }, "There is no option actionPermitted"],
  [{ scope: {} }, "A scope is needed"],
  [{ scope: "alice" }, "scope must be"],
  [{ name: "" }, "name must be"],
  [{ onError: "log" }, "onError must be"],
])("the tools do not take %j", async (options, message) => {
  const { memory } = await openTestMemory();
  for (const create of [createSearchMemoryTool, createManageMemoryTool]) {
    expect(() => create({ memory, ...options } as never)).toThrow(message);
  }
});

describe("the tools in an agent", () => {
  it("come with `tools: true`, and work for whom the run is about", async () => {
    const { memory } = await openTestMemory({
      script: { record_facts: [{ facts: [{ text: "User likes tea", quote: "I like tea" }] }] },
    });
    const chat = await startChat(({ messages, tools }) => {
      expect(tools.map(({ name }) => name)).toEqual(["search_memory", "manage_memory"]);
      const results = messages.filter(({ role }) => role === "tool");
      if (results.length === 0) {
        return { toolCalls: [{ name: "manage_memory", arguments: { content: "User likes tea" } }] };
      }
      return results.length === 1
        ? { toolCalls: [{ name: "search_memory", arguments: { query: "tea" } }] }
        : { text: results.at(-1)?.content ?? "" };
    });
    const middleware = longTermMemory({ memory, tools: true, remember: false });
    const agent = createAgent({
      model: chat.model,
      middleware: [middleware],
      checkpointer: new MemorySaver(),
    });
    const { messages } = await agent.invoke(
      { messages: [new HumanMessage("I like tea.")] },
      { context: { userId: "alice" }, configurable: { thread_id: "t1" } },
    );
    expect(messages.map((message) => message.text)[2]).toMatch(/^created memory /);
    expect(messages.at(-1)?.text).toContain("User likes tea");
    const { results } = await memory.list(scope);
    expect(results).toMatchObject([{ memory: "User likes tea", userId: "alice", origin: "user" }]);
    const { results: episodes } = await memory.episodes({ ...scope, include: "subtree" });
    expect(episodes[0]?.messages).toEqual([
      { role: "user", content: "I like tea." },
      { role: "assistant", content: "To be remembered: User likes tea" },
    ]);
  });

  it("know the user's last words in a graph's own tool node, too", async () => {
    const { memory } = await openTestMemory();
    const node = new ToolNode([createManageMemoryTool({ memory })]);
    const call = { id: "1", name: "manage_memory", args: { content: "User likes tea" } };
    await node.invoke(
      { messages: [new HumanMessage("I like tea."), new AIMessage({ tool_calls: [call] })] },
      alice,
    );
    const { results } = await memory.episodes(scope);
    expect(results[0]?.messages.map(({ content }) => content)).toEqual([
      "I like tea.",
      "To be remembered: User likes tea",
    ]);
  });
});
