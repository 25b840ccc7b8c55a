import { InvalidInputError, ModelCallError } from "@palimpsest/core/adapter";
import type { Memory } from "@palimpsest/core";
import { describe, expect, test, vi } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { type PlannedCall, RUNNERS } from "../__fixtures__/run-tools.ts";
import type { MemoryToolsOptions, ToolCall } from "./memory-tool.ts";
import { memoryTools, type MemoryTools } from "./memory-tools.ts";

const alice = { userId: "alice" };
const bob = { userId: "bob" };
const CALL: ToolCall = { toolCallId: "1", messages: [], context: undefined };

/** What a tool answers, called as the SDK calls it. */
async function call<NAME extends keyof MemoryTools>(
  tools: MemoryTools,
  name: NAME,
  input: Parameters<MemoryTools[NAME]["execute"]>[0],
  options: Partial<ToolCall> = {},
) {
  const { execute } = tools[name] as { execute: (input: unknown, call: ToolCall) => unknown };
  return execute(input, { ...CALL, ...options });
}

/** A memory that does nothing but fail. */
function failing(error: Error): MemoryToolsOptions["memory"] {
  const fail = async () => {
    throw error;
  };
  return { search: fail, add: fail, get: fail, update: fail, delete: fail };
}

/** A search that goes on until it is aborted. */
const searchForever: Memory["search"] = (_query, { signal }) =>
  new Promise((_resolve, reject) =>
    signal?.addEventListener("abort", () => reject(new Error("stopped"))),
  );

describe.each(RUNNERS)("memoryTools with %s", (_, run) => {
  test("let a model look up, correct and delete what is remembered", async () => {
    const { memory } = await openTestMemory();
    const { id } = await memory.put("User has a dog called Rex", alice);
    const tools = memoryTools({ memory, scope: alice });
    const calls: PlannedCall[] = [
      ["searchMemory", { query: "dog" }],
      ["updateMemory", { id, text: "User has a dog called Max" }],
      ["searchMemory", { query: "dog", limit: 1 }],
      ["deleteMemory", { id }],
      ["searchMemory", { query: "dog" }],
    ];
    const { answers, requests } = await run({ prompt: "My dog is called Max.", tools, calls });
    const since = "2026-03-01";
    expect(answers).toEqual([
      { memories: [{ id, text: "User has a dog called Rex", since }] },
      { id, before: "User has a dog called Rex", after: "User has a dog called Max" },
      { memories: [{ id, text: "User has a dog called Max", since }] },
      { id, before: "User has a dog called Max" },
      { memories: [] },
    ]);
    expect(requests.at(1)?.messages.at(-1)?.content).toContain("User has a dog called Rex");
  });

  test("remember what the user says, with the user's trust, in the place of what was outdated", async () => {
    const { memory } = await openTestMemory({
      record_facts: [
        { facts: [{ text: "User lives in Amsterdam", quote: "I live in Amsterdam" }] },
        { facts: [{ text: "User lives in Berlin", quote: "I moved to Berlin" }] },
      ],
      decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
    });
    await memory.add("I live in Amsterdam", alice);
    const { answers } = await run({
      prompt: "I moved to Berlin, remember that.",
      tools: memoryTools({ memory, scope: alice }),
      calls: [["addMemory", { text: "User lives in Berlin" }]],
    });
    expect(answers).toEqual([
      {
        remembered: [
          {
            id: expect.any(String) as string,
            text: "User lives in Berlin",
            replaces: "User lives in Amsterdam",
          },
        ],
      },
    ]);
    const { results } = await memory.list(alice);
    expect(results).toMatchObject([{ memory: "User lives in Berlin", origin: "user" }]);
  });

  test("tell the model what is wrong with its input", async () => {
    const { memory } = await openTestMemory();
    const tools = memoryTools({ memory, scope: alice });
    const calls: PlannedCall[] = [["searchMemory", { limit: 3 }]];
    const { answers, requests } = await run({ prompt: "Who am I?", tools, calls });
    expect(answers).toEqual([]);
    expect(requests.at(1)?.messages.at(-1)?.content).toContain("query must be a text");
  });
});

describe("memoryTools", () => {
  test("keep the scope from the model", () => {
    const tools = memoryTools({ memory: failing(new Error("unused")), scope: alice });
    const schemas = Object.values(tools).map(({ inputSchema }) => inputSchema.jsonSchema);
    expect(JSON.stringify(schemas)).not.toMatch(/userId|agentId|sessionId|scope/);
    expect(schemas.every((schema) => "additionalProperties" in schema)).toBe(true);
  });

  test("are refused without a memory, and with a scope without ids", () => {
    expect(() => memoryTools({ scope: alice } as never)).toThrow("A memory is needed");
    const memory = failing(new Error("unused"));
    expect(() => memoryTools({ memory, scope: {} as never })).toThrow(InvalidInputError);
    const mistaken = { memory, scope: alice, onFailure: () => {} } as never;
    expect(() => memoryTools(mistaken)).toThrow("There is no option onFailure");
  });

  test("read the scope from each call", async () => {
    const { memory } = await openTestMemory();
    await memory.put("User likes tea", alice);
    await memory.put("User likes tea and cake", bob);
    const tools = memoryTools({
      memory,
      scope: ({ context }: ToolCall<{ userId: string }>) => ({ userId: context.userId }),
    });
    const found = await tools.searchMemory.execute(
      { query: "tea" },
      { ...CALL, context: { userId: "bob" } },
    );
    expect(found).toMatchObject({ memories: [{ text: "User likes tea and cake" }] });
  });

  test("touch no memory of another scope", async () => {
    const { memory } = await openTestMemory();
    const { id } = await memory.put("User likes tea", alice);
    const tools = memoryTools({ memory, scope: bob });
    const unknown = { error: `No memory has the id "${id}". Look it up with searchMemory.` };
    expect(await call(tools, "updateMemory", { id, text: "User likes rum" })).toEqual(unknown);
    expect(await call(tools, "deleteMemory", { id })).toEqual(unknown);
    expect(await call(tools, "searchMemory", { query: "tea" })).toEqual({ memories: [] });
    expect((await memory.get(id, alice))?.memory).toBe("User likes tea");
  });

  test("leave to people what people have locked, and what was replaced as it is", async () => {
    const { memory } = await openTestMemory();
    const pinned = await memory.put("User is allergic to nuts", { ...alice, pinned: true });
    const { id } = await memory.put("User likes tea", alice);
    await memory.delete(id, alice);
    const tools = memoryTools({ memory, scope: alice });
    expect(await call(tools, "deleteMemory", { id: pinned.id })).toEqual({
      error: "The user has locked this memory: only the user can change it.",
    });
    expect(await call(tools, "updateMemory", { id, text: "User likes rum" })).toHaveProperty(
      "error",
    );
    expect(await memory.count(alice)).toBe(1);
  });

  test("never let what only the model says take the place of what the user said", async () => {
    const note = "User lives at 1 Evil Street";
    const { memory } = await openTestMemory({
      record_facts: [
        { facts: [{ text: "User lives in Amsterdam", quote: "I live in Amsterdam" }] },
        { facts: [{ text: note, quote: note }] },
      ],
      decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
    });
    await memory.add("I live in Amsterdam", alice);
    const answer = await call(
      memoryTools({ memory, scope: alice }),
      "addMemory",
      { text: note },
      { messages: [{ role: "user", content: [{ type: "text", text: "Sum up that page." }] }] },
    );
    expect(answer).toEqual({
      remembered: [],
      note: "Not remembered: what comes from assistant does not change what the user said.",
    });
    const { results } = await memory.list(alice);
    expect(results.map((record) => record.memory)).toEqual(["User lives in Amsterdam"]);
  });

  test("hand on the user's last words with the note, and nothing else of the conversation", async () => {
    const { memory, model } = await openTestMemory();
    await call(
      memoryTools({ memory, scope: alice }),
      "addMemory",
      { text: "User has a cat" },
      {
        messages: [
          { role: "user", content: "Hello." },
          { role: "assistant", content: "Do you have pets?" },
          { role: "user", content: [{ type: "text", text: "A cat." }] },
        ],
      },
    );
    const { results } = await memory.episodes(alice);
    expect(results.map(({ messages }) => messages)).toEqual([
      [
        { role: "user", content: "A cat." },
        { role: "assistant", content: "To be remembered: User has a cat" },
      ],
    ]);
    expect(model.requests[0]?.system).toContain("The assistant's last message is a note");
  });

  test.each<[string, unknown, string]>([
    ["nothing new is remembered", { facts: [] }, "Nothing new"],
    ["it takes longer", new ModelCallError("no credit", { retryable: false }), "a little later"],
  ])("say when %s", async (_name, reply, note) => {
    const { memory } = await openTestMemory({ record_facts: [reply] });
    const tools = memoryTools({ memory, scope: alice });
    expect(await call(tools, "addMemory", { text: "User likes tea" })).toEqual({
      remembered: [],
      note: expect.stringContaining(note) as string,
    });
  });

  test.each<[keyof MemoryTools, object, string]>([
    ["searchMemory", { query: "tea" }, "recall"],
    ["addMemory", { text: "User likes tea" }, "remember"],
    ["updateMemory", { id: "1", text: "User likes tea" }, "remember"],
    ["deleteMemory", { id: "1" }, "remember"],
  ])("let %s go on without memory when that fails, and report it", async (name, input, phase) => {
    const onError = vi.fn<NonNullable<MemoryToolsOptions["onError"]>>();
    const error = new Error("disk full");
    const tools = memoryTools({ memory: failing(error), scope: alice, onError });
    expect(await call(tools, name, input as never)).toEqual({
      error: expect.stringContaining("not available") as string,
    });
    expect(onError.mock.calls).toEqual([[error, { phase, scope: alice }]]);
  });

  test("report a scope that cannot be read, and ask nobody", async () => {
    const onError = vi.fn<NonNullable<MemoryToolsOptions["onError"]>>();
    const memory = failing(new Error("asked"));
    const tools = memoryTools({ memory, scope: () => ({ userId: " " }), onError });
    expect(await call(tools, "searchMemory", { query: "tea" })).toHaveProperty("error");
    expect(onError.mock.calls).toMatchObject([[{ code: "invalid-input" }, { phase: "callback" }]]);
  });

  test("tell the model, and nobody else, that its text is too long", async () => {
    const { memory } = await openTestMemory();
    const { id } = await memory.put("User likes tea", alice);
    const onError = vi.fn<NonNullable<MemoryToolsOptions["onError"]>>();
    const tools = memoryTools({ memory, scope: alice, onError });
    expect(await call(tools, "updateMemory", { id, text: "x".repeat(3_000) })).toEqual({
      error: expect.stringContaining("more than the limit of 2000") as string,
    });
    expect(onError).not.toHaveBeenCalled();
  });

  test("are aborted with the call", async () => {
    const onError = vi.fn<NonNullable<MemoryToolsOptions["onError"]>>();
    const abort = new AbortController();
    const tools = memoryTools({
      memory: { ...failing(new Error("unused")), search: searchForever },
      scope: alice,
      onError,
    });
    const answer = call(tools, "searchMemory", { query: "tea" }, { abortSignal: abort.signal });
    abort.abort(new Error("enough"));
    await expect(answer).rejects.toThrow("enough");
    expect(onError).not.toHaveBeenCalled();
  });

  test.each([
    ["5", 5],
    [undefined, 5],
    [0, 1],
    [1_000, 20],
    ["many", 5],
  ])("take the limit %j as %i", async (limit, expected) => {
    const { inputSchema } = memoryTools({
      memory: failing(new Error("unused")),
      scope: alice,
    }).searchMemory;
    expect(await inputSchema.validate?.({ query: "tea", limit })).toEqual({
      success: true,
      value: { query: "tea", limit: expected },
    });
  });
});
