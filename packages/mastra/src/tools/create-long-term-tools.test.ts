import { RequestContext } from "@mastra/core/request-context";
import type { Memory } from "@palimpsest/core";
import { ModelCallError } from "@palimpsest/core/adapter";
import { describe, expect, test, vi } from "vitest";
import { openScriptedMemory } from "../__fixtures__/open-scripted-memory.ts";
import { LONG_TERM_KEY } from "../processor/read-call.ts";
import { createLongTermTools, type LongTermTools } from "./create-long-term-tools.ts";
import type { LongTermToolsOptions } from "./tools-options.ts";

const alice = { userId: "alice" };
const OBSERVE = { span: async <T>(_name: string, run: () => Promise<T> | T) => run(), log() {} };

type OnError = NonNullable<LongTermToolsOptions["onError"]>;
type Context = Parameters<NonNullable<LongTermTools["saveMemory"]["execute"]>>[1];
type Run = Partial<NonNullable<Context["agent"]>>;

/** What a tool answers, called as Mastra calls it in a run of Alice's agent. */
async function call(
  tools: LongTermTools,
  name: keyof LongTermTools,
  input: object,
  { run, ...context }: { run?: Run | null } & Partial<Omit<Context, "agent">> = {},
) {
  const agent = {
    agentId: "assistant",
    toolCallId: "1",
    threadId: "t1",
    resourceId: "alice",
    messages: [],
    suspend: async () => {},
    ...run,
  };
  const { execute } = tools[name] as { execute: (input: object, context: Context) => unknown };
  return execute(input, { observe: OBSERVE, ...context, ...(run !== null && { agent }) });
}

/** A memory that does nothing but fail. */
function failing(error: Error): LongTermToolsOptions["memory"] {
  const fail = async () => {
    throw error;
  };
  return { search: fail, add: fail, get: fail, delete: fail };
}

/** A search that goes on until it is aborted. */
const searchForever: Memory["search"] = (_query, { signal }) =>
  new Promise((_resolve, reject) =>
    signal?.addEventListener("abort", () => reject(new Error("stopped"))),
  );

const UNAVAILABLE = { error: expect.stringContaining("not available") as string };

describe("the tools", () => {
  test("need a memory, and take no option that they do not know", () => {
    expect(() => createLongTermTools({} as never)).toThrow("A memory is needed");
    expect(() => createLongTermTools({ memory: {} } as never)).toThrow("memory must be a memory");
    const mistaken = { memory: failing(new Error("unused")), scopes: () => undefined };
    expect(() => createLongTermTools(mistaken)).toThrow("There is no option scopes");
  });

  test("keep the scope from the model, and names of Mastra's own tools from theirs", () => {
    const tools = createLongTermTools({ memory: failing(new Error("unused")) });
    const schemas = Object.values(tools).map(({ inputSchema }) =>
      inputSchema?.["~standard"].jsonSchema.input({ target: "draft-07" }),
    );
    expect(schemas).toMatchObject(schemas.map(() => ({ additionalProperties: false })));
    expect(JSON.stringify(schemas)).not.toMatch(/userId|agentId|sessionId|resource|thread|scope/);
    expect(Object.values(tools).map(({ id }) => id)).toEqual(Object.keys(tools));
    const taken = ["recall", "updateWorkingMemory", "setWorkingMemory", "ask_memory"];
    expect(Object.keys(tools).filter((name) => taken.includes(name))).toEqual([]);
  });

  test("never let what only the model says take the place of what the user said", async () => {
    const note = "User lives at 1 Evil Street";
    const { memory } = await openScriptedMemory({
      record_facts: [
        { facts: [{ text: "User lives in Amsterdam", quote: "I live in Amsterdam" }] },
        { facts: [{ text: note, quote: note }] },
      ],
      decide: [{ decisions: [{ fact: 1, operation: "DELETE", target: "m1", reason: "moved" }] }],
    });
    await memory.add("I live in Amsterdam", alice);
    const messages = [{ role: "user", content: [{ type: "text", text: "Sum up that page." }] }];
    const answer = await call(
      createLongTermTools({ memory }),
      "saveMemory",
      { text: note },
      { run: { messages } },
    );
    expect(answer).toEqual({
      remembered: [],
      note: "Not remembered: what comes from assistant does not change what the user said.",
    });
    const { results } = await memory.list(alice);
    expect(results.map((record) => record.memory)).toEqual(["User lives in Amsterdam"]);
  });

  test("hand on the user's last words with the note, and nothing else of the run", async () => {
    const { memory, model } = await openScriptedMemory();
    const messages = [
      { role: "user", content: "Hello." },
      { role: "assistant", content: "Do you have pets?" },
      {
        role: "user",
        content: [
          { type: "text", text: "A cat." },
          { type: "file", data: "…" },
        ],
      },
      { role: "tool", content: [{ type: "tool-result", output: "User has a dog" }] },
    ];
    await call(
      createLongTermTools({ memory }),
      "saveMemory",
      { text: "User has a cat" },
      { run: { messages } },
    );
    const { results } = await memory.episodes({ ...alice, sessionId: "t1" });
    expect(results.map((episode) => episode.messages)).toEqual([
      [
        { role: "user", content: expect.stringMatching(/^A cat\.\s*$/) as string },
        { role: "assistant", content: "To be remembered: User has a cat" },
      ],
    ]);
    expect(model.requests[0]?.system).toContain("The assistant's last message is a note");
  });

  test("leave to people what people have locked, and what was replaced as it is", async () => {
    const { memory } = await openScriptedMemory();
    const pinned = await memory.put("User is allergic to nuts", { ...alice, pinned: true });
    const { id } = await memory.put("User likes tea", alice);
    await memory.delete(id, alice);
    const tools = createLongTermTools({ memory });
    expect(await call(tools, "forgetMemory", { id: pinned.id })).toEqual({
      error: "The user has locked this memory: only the user can change it.",
    });
    expect(await call(tools, "forgetMemory", { id })).toHaveProperty("error");
    expect(await memory.count(alice)).toBe(1);
  });

  test.each<[string, unknown, string]>([
    ["nothing new is remembered", { facts: [] }, "Nothing new"],
    ["it takes longer", new ModelCallError("no credit", { retryable: false }), "a little later"],
  ])("say when %s", async (_name, reply, note) => {
    const { memory } = await openScriptedMemory({ record_facts: [reply] });
    const tools = createLongTermTools({ memory });
    expect(await call(tools, "saveMemory", { text: "User likes tea" })).toEqual({
      remembered: [],
      note: expect.stringContaining(note) as string,
    });
  });
});

describe("whose memory it is", () => {
  test("is what the option scope says of the run", async () => {
    const { memory } = await openScriptedMemory();
    await memory.put("Team likes tea", { userId: "team" });
    const scope = vi.fn<NonNullable<LongTermToolsOptions["scope"]>>(() => ({ userId: "team" }));
    const requestContext = new RequestContext();
    const tools = createLongTermTools({ memory, scope });
    expect(await call(tools, "searchMemories", { query: "tea" }, { requestContext })).toMatchObject(
      {
        memories: [{ text: "Team likes tea" }],
      },
    );
    expect(scope.mock.calls).toEqual([
      [{ resourceId: "alice", threadId: "t1", agentId: "assistant", requestContext }],
    ]);
  });

  test.each<[string, Partial<LongTermToolsOptions>, { run?: Run | null }]>([
    ["the option scope says so", { scope: () => undefined }, {}],
    ["the agent runs without memory", {}, { run: { resourceId: "", threadId: "" } }],
    ["no agent runs", {}, { run: null }],
  ])("is nobody's where %s, and that is no failure", async (_name, options, context) => {
    const onError = vi.fn<OnError>();
    const memory = failing(new Error("asked"));
    const tools = createLongTermTools({ memory, onError, ...options });
    expect(await call(tools, "searchMemories", { query: "tea" }, context)).toEqual(UNAVAILABLE);
    expect(onError).not.toHaveBeenCalled();
  });

  test.each([
    ["off", UNAVAILABLE],
    ["isolated", { memories: [] }],
  ] as const)("in a run that was delegated, with delegation %s", async (delegation, expected) => {
    const { memory } = await openScriptedMemory();
    const requestContext = new RequestContext();
    requestContext.set("mastra__inheritedMemory", { agentId: "helper" });
    const tools = createLongTermTools({ memory, delegation });
    const run = { agentId: "helper", resourceId: "alice-helper" };
    const context = { run, requestContext };
    expect(await call(tools, "searchMemories", { query: "tea" }, context)).toEqual(expected);
  });

  test.each([
    ["recall", "searchMemories", { query: "tea" }],
    ["capture", "saveMemory", { text: "User likes tea" }],
    ["capture", "forgetMemory", { id: "1" }],
  ] as const)("is not asked where a request turns %s off: %s", async (phase, name, input) => {
    const requestContext = new RequestContext();
    requestContext.set(LONG_TERM_KEY, { [phase]: false });
    const onError = vi.fn<OnError>();
    const tools = createLongTermTools({ memory: failing(new Error("asked")), onError });
    expect(await call(tools, name, input, { requestContext })).toEqual(UNAVAILABLE);
    expect(onError).not.toHaveBeenCalled();
  });

  test("is not guessed where the option scope gives a blank id", async () => {
    const onError = vi.fn<OnError>();
    const memory = failing(new Error("asked"));
    const tools = createLongTermTools({ memory, scope: () => ({ userId: " " }), onError });
    expect(await call(tools, "searchMemories", { query: "tea" })).toEqual(UNAVAILABLE);
    expect(onError.mock.calls).toMatchObject([[{ code: "invalid-input" }, { phase: "callback" }]]);
  });
});

describe("a memory that fails", () => {
  test.each<[keyof LongTermTools, object, string]>([
    ["searchMemories", { query: "tea" }, "recall"],
    ["saveMemory", { text: "User likes tea" }, "remember"],
    ["forgetMemory", { id: "1" }, "remember"],
  ])("lets %s go on without it, and is reported", async (name, input, phase) => {
    const onError = vi.fn<OnError>();
    const error = new Error("disk full");
    const tools = createLongTermTools({ memory: failing(error), onError });
    expect(await call(tools, name, input)).toEqual(UNAVAILABLE);
    const scope = { userId: "alice", sessionId: "t1" };
    expect(onError.mock.calls).toEqual([[error, { phase, scope }]]);
  });

  test("tells the model, and nobody else, what is wrong with its input", async () => {
    const { memory } = await openScriptedMemory();
    const onError = vi.fn<OnError>();
    const tools = createLongTermTools({ memory, onError });
    const answer = await call(tools, "searchMemories", { query: " " });
    expect(answer).toEqual({ error: expect.stringContaining("query") as string });
    expect(onError).not.toHaveBeenCalled();
  });

  test("is not waited for once the run was aborted", async () => {
    const onError = vi.fn<OnError>();
    const memory = { ...failing(new Error("unused")), search: searchForever };
    const abort = new AbortController();
    const context = { abortSignal: abort.signal };
    const tools = createLongTermTools({ memory, onError });
    const answer = call(tools, "searchMemories", { query: "tea" }, context);
    abort.abort(new Error("enough"));
    await expect(answer).rejects.toThrow("enough");
    expect(onError).not.toHaveBeenCalled();
  });
});
