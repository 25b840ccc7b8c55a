import type { Scope } from "@palimpsest/core";
import { jsonSchema, tool, type ToolSet } from "ai";
import { describe, expect, it } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startChat } from "../__fixtures__/start-chat.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import { memoryCall } from "./memory-call.ts";
import type { MemoryMiddlewareOptions } from "./options.ts";
import { withMemory } from "./with-memory.ts";

type ProviderOptions = Record<string, Record<string, string | boolean | null>>;

const readApp: MemoryMiddlewareOptions["scope"] = ({ providerOptions, prompt }) => ({
  userId: `${JSON.stringify(providerOptions?.app)} of ${prompt.length}`,
});

function failToRead(): never {
  throw new Error("no session");
}

function readGuest(): Scope {
  return { userId: undefined } as unknown as Scope;
}

function toIds({ userId, agentId, sessionId }: Scope): (string | undefined)[] {
  return [userId, agentId, sessionId].filter((id) => id !== undefined);
}

describe.each(WAYS)("whose memory it is, in %s", (_, ask) => {
  async function exchange(
    providerOptions: ProviderOptions,
    options: Partial<MemoryMiddlewareOptions> = {},
  ) {
    const chat = await startChat(() => ({ text: "Fine." }));
    const { memory, searches, adds } = recordingMemory();
    const model = withMemory(chat.model, { memory, ...options });
    const failure = await ask({ model, providerOptions, prompt: "Hi" }).then(
      () => undefined,
      (error: Error) => error,
    );
    await model.flush();
    return {
      failure,
      searched: searches.map((search) => toIds(search.options)),
      added: adds.map((add) => toIds(add.options)),
      requests: chat.requests,
    };
  }

  it("is said by the call", async () => {
    const call = memoryCall({ userId: "alice", sessionId: "s1" });
    expect(await exchange(call.providerOptions as ProviderOptions)).toMatchObject({
      searched: [["alice", "s1"]],
      added: [["alice", "s1"]],
    });
  });

  it("is said by the options, by a fixed scope or one for each call", async () => {
    expect(await exchange({}, { scope: { userId: "bob" } })).toMatchObject({ added: [["bob"]] });
    expect(await exchange({ app: { user: "carol" } }, { scope: readApp })).toMatchObject({
      added: [['{"user":"carol"} of 1']],
    });
    const called = { palimpsest: { userId: "alice" } };
    expect(await exchange(called, { scope: readApp })).toMatchObject({ added: [["alice"]] });
  });

  it.each([
    ["nothing is said", {}],
    ["nothing is said but other things", { openai: { user: "alice" } }],
    ["the id got lost on the way", { palimpsest: {} }],
  ] as [string, ProviderOptions][])("is asked for when %s", async (_case, providerOptions) => {
    const { failure, searched, added, requests } = await exchange(providerOptions);
    expect(failure?.message).toMatch(/memoryCall\(\{ userId \}\)[^]*scope/);
    expect([searched, added, requests]).toEqual([[], [], []]);
    const skipped = await exchange(providerOptions, { missingScope: "skip" });
    expect(skipped).toMatchObject({ failure: undefined, searched: [], added: [] });
    expect(skipped.requests).toHaveLength(1);
  });

  it.each([[""], ["  "], [null]])("is never the blank id %j", async (userId) => {
    const blank = { palimpsest: { userId } };
    for (const missingScope of ["throw", "skip"] as const) {
      const { failure, searched, added } = await exchange(blank, { missingScope });
      expect(failure?.message).toMatch(/userId must/);
      expect([searched, added]).toEqual([[], []]);
    }
  });

  it("is not known when the function that knows it fails", async () => {
    const { failure } = await exchange({}, { scope: failToRead });
    expect(failure?.cause).toEqual(new Error("no session"));
    const failures: unknown[] = [];
    const skipped = await exchange(
      {},
      { scope: failToRead, missingScope: "skip", onError: (...told) => failures.push(told) },
    );
    expect(skipped).toMatchObject({ failure: undefined, searched: [], added: [] });
    expect(failures).toEqual([[new Error("no session"), { phase: "callback" }]]);
  });

  it("is nobody's when a call wants no memory, as core's own calls do", async () => {
    const off = { palimpsest: { recall: false, remember: false } };
    expect(await exchange(off)).toMatchObject({ failure: undefined, searched: [], added: [] });
  });

  it("is half of it when a call wants only that", async () => {
    const call = { userId: "alice" };
    expect(await exchange({ palimpsest: { ...call, recall: false } })).toMatchObject({
      searched: [],
      added: [["alice"]],
    });
    expect(await exchange({ palimpsest: { ...call, remember: false } })).toMatchObject({
      searched: [["alice"]],
      added: [],
    });
  });

  it("is not told later what was said without it", async () => {
    const chat = await startChat();
    const { memory, kept } = recordingMemory();
    const model = withMemory(chat.model, { memory });
    const secret = { role: "user" as const, content: "Between us: I ski." };
    const tools: ToolSet = { weather: tool({ inputSchema: jsonSchema({ type: "object" }) }) };
    chat.script(() => ({ toolCalls: [{ name: "weather", arguments: {} }] }));
    await ask({
      model,
      ...memoryCall({ userId: "alice", remember: false }),
      tools,
      messages: [secret],
    });
    chat.script(() => ({ text: "Fine." }));
    const next = { role: "user" as const, content: "I live in Oslo." };
    await ask({ model, ...memoryCall({ userId: "alice" }), messages: [secret, next] });
    await model.flush();
    expect(kept()).toEqual([["user: I live in Oslo.", "assistant: Fine."]]);
  });

  it("is nobody's when the function that knows it knows nobody", async () => {
    expect((await exchange({}, { scope: readGuest })).failure?.message).toMatch(/memoryCall/);
    const guest = await exchange({}, { scope: readGuest, missingScope: "skip" });
    expect(guest).toMatchObject({ failure: undefined, searched: [], added: [] });
  });

  it("never reaches the provider", async () => {
    const seen: unknown[] = [];
    const chat = await startChat();
    const model = withMemory(
      {
        ...chat.model,
        specificationVersion: "v4",
        provider: "gateway",
        modelId: "any",
        supportedUrls: {},
        doGenerate: (params) => (seen.push(params), chat.model.doGenerate(params)),
        doStream: (params) => (seen.push(params), chat.model.doStream(params)),
      },
      { memory: recordingMemory().memory },
    );
    const { palimpsest } = memoryCall({ userId: "alice" }).providerOptions;
    await ask({ model, providerOptions: { palimpsest, openai: { user: "u1" } }, prompt: "Hi" });
    await ask({ model, providerOptions: { palimpsest }, prompt: "Hi" });
    expect(seen).toMatchObject([{ providerOptions: { openai: { user: "u1" } } }, {}]);
    expect(JSON.stringify(seen)).not.toMatch(/palimpsest|alice/);
  });

  it("is kept apart when one tries again what another failed to ask", async () => {
    const chat = await startChat();
    const { memory, searches } = recordingMemory({
      search: (query, { userId }) =>
        recordingMemory({ texts: [`This is ${userId}`] }).memory.search(query, { userId: "x" }),
    });
    const model = withMemory(chat.model, { memory });
    chat.server.fail({ with: { type: "status", status: 400 } });
    await ask({ model, ...memoryCall({ userId: "alice" }), prompt: "Hi" }).catch(() => {});
    await ask({ model, ...memoryCall({ userId: "bob" }), prompt: "Hi" });
    expect(searches).toHaveLength(2);
    expect(chat.requests[0]?.system).toContain("This is bob");
    expect(chat.requests[0]?.system).not.toContain("alice");
  });

  it("is kept apart for people who ask the same at the same time", async () => {
    const chat = await startChat();
    const { memory, searches, adds } = recordingMemory();
    const model = withMemory(chat.model, { memory });
    const people = ["alice", "bob", "carol"];
    await Promise.all(
      people.map((userId) =>
        ask({ model, ...memoryCall({ userId }), prompt: "What is the weather?" }),
      ),
    );
    await model.flush();
    for (const calls of [searches, adds]) {
      expect(calls).toHaveLength(people.length);
      expect(new Set(calls.map(({ options }) => options.userId))).toEqual(new Set(people));
    }
  });
});

describe("memoryCall", () => {
  it("gives provider options that survive JSON", () => {
    const call = memoryCall({ userId: "alice", agentId: "guide", remember: false });
    expect(JSON.parse(JSON.stringify(call))).toEqual({
      providerOptions: { palimpsest: { userId: "alice", agentId: "guide", remember: false } },
    });
  });

  it("refuses a call that is nobody's", () => {
    expect(() => memoryCall({ userId: "" })).toThrow("userId must");
    expect(() => memoryCall({ userId: " " })).toThrow("userId must not be blank");
    expect(() => memoryCall({ userId: undefined } as unknown as Scope)).toThrow(
      "A scope is needed",
    );
    expect(() => memoryCall({ userId: "a", recall: "no" as unknown as boolean })).toThrow(
      "recall must be true or false",
    );
  });
});
