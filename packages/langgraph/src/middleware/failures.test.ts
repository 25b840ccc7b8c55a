import type { Memory } from "@palimpsest/core";
import { describe, expect, it, vi } from "vitest";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { startAgent } from "../__fixtures__/start-agent.ts";
import { WAYS } from "../__fixtures__/ways-to-ask.ts";
import type { LongTermMemoryOptions } from "./options.ts";

const alice = { context: { userId: "alice" }, configurable: { thread_id: "t1" } };
const scope = { userId: "alice", sessionId: "t1" };

function fail(): never {
  throw new Error("oops");
}

// An application gives it where nothing is awaited, which TypeScript allows.
const failLater = (() => Promise.reject(new Error("oops"))) as unknown as () => void;

function giveNothing(): string {
  return undefined as unknown as string;
}

describe.each(WAYS)("when memory fails, asked %s", (_, ask) => {
  async function exchange(
    failing: { search?: Memory["search"]; add?: Memory["add"] },
    options: Partial<Omit<LongTermMemoryOptions, "tools">> = {},
  ) {
    const failures: unknown[] = [];
    const recording = recordingMemory(failing);
    const { agent, flush, chat } = await startAgent({
      onError: (...failure) => failures.push(failure),
      ...options,
      memory: recording.memory,
    });
    const text = await ask(agent, "An errand", alice);
    await flush();
    return { text, failures, chat, ...recording };
  }

  it.each([
    ["rejects", () => Promise.reject(new Error("oops"))],
    ["throws at once", fail],
  ] as [string, () => Promise<never>][])("the agent answers when it %s", async (_case, failing) => {
    for (const mode of ["background", "await"] as const) {
      const broken = { search: failing, add: failing };
      const { text, failures, searches } = await exchange(broken, { remember: { mode } });
      expect([text, searches.length]).toEqual(["Answer 5.", 1]);
      expect(failures).toEqual([
        [new Error("oops"), { phase: "recall", scope }],
        [new Error("oops"), { phase: "remember", scope }],
      ]);
    }
  });

  it("the agent waits no longer than it may, and that once a turn", async () => {
    const { text, failures, searches, chat } = await exchange(
      { search: () => new Promise(() => {}) },
      { recall: { timeoutMs: 20 } },
    );
    expect([text, searches.length]).toEqual(["Answer 5.", 1]);
    expect(new Set(chat.requests.map(({ system }) => system))).toEqual(new Set([""]));
    expect(failures).toEqual([
      [new Error("No memories were found within 20 ms."), { phase: "recall", scope }],
    ]);
  });

  it("a run that awaits the turn ends all the same, and the turn is kept behind it", async () => {
    const { promise: slow, resolve } = Promise.withResolvers<Awaited<ReturnType<Memory["add"]>>>();
    const { memory, kept } = recordingMemory({ add: () => slow });
    const failures: unknown[] = [];
    const { agent, flush } = await startAgent({
      memory,
      remember: { mode: "await", timeoutMs: 20 },
      onError: (...failure) => failures.push(failure),
    });
    expect(await ask(agent, "Hi", alice)).toBe("Answer 1.");
    expect(failures).toEqual([
      [
        new Error("The turn was not kept within 20 ms; that goes on behind the answer."),
        { phase: "remember", scope },
      ],
    ]);
    resolve(await recordingMemory().memory.add([], { userId: "a" }));
    await flush();
    expect(kept()).toHaveLength(1);
  });

  it("the agent answers when the application's functions fail, at once or later", async () => {
    for (const failing of [fail, failLater]) {
      const { text, failures, kept } = await exchange(
        {},
        { onRecall: failing, onRemember: failing, waitUntil: fail },
      );
      expect([text, kept().length]).toEqual(["Answer 5.", 1]);
      expect(failures).toEqual(
        Array.from({ length: 3 }, () => [new Error("oops"), { phase: "callback", scope }]),
      );
    }
  });

  it("nothing is looked up when the query fails, and nothing kept when shouldRemember does", async () => {
    const { failures, kept, searches } = await exchange(
      {},
      { recall: { query: fail }, remember: { shouldRemember: fail } },
    );
    expect([kept(), searches]).toEqual([[], []]);
    expect(failures).toEqual([
      [new Error("oops"), { phase: "callback", scope }],
      [new Error("oops"), { phase: "callback", scope }],
    ]);
  });

  it("nothing is looked up when the query is none, and the turn is kept", async () => {
    const { failures, kept, searches } = await exchange({}, { recall: { query: giveNothing } });
    expect([kept().length, searches]).toEqual([1, []]);
    expect(failures).toEqual([
      [
        expect.objectContaining({ message: "recall.query must give a string." }),
        { phase: "callback", scope },
      ],
    ]);
  });

  it("the agent answers when `scope` fails, and nothing is read or written", async () => {
    const { text, failures, kept, searches } = await exchange({}, { scope: fail });
    expect([text, kept(), searches]).toEqual(["Answer 5.", [], []]);
    expect(failures[0]).toEqual([new Error("oops"), { phase: "callback" }]);
  });

  it("the agent answers when onError fails, too, and the console has both", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { text } = await exchange(
      { search: () => Promise.reject(new Error("down")) },
      { onError: fail },
    );
    expect(text).toBe("Answer 5.");
    expect(log.mock.calls.flat()).toContainEqual(new Error("down"));
    log.mockRestore();
  });
});

describe.each(WAYS)("when the model fails, asked %s", (_, ask) => {
  it("the agent fails with what the model threw, and keeps nothing", async () => {
    const { memory, kept } = recordingMemory();
    const { agent, chat, flush } = await startAgent({ memory });
    chat.server.fail({ with: { type: "status", status: 400, message: "No." } });
    await expect(ask(agent, "Hi", alice)).rejects.toThrow("No.");
    await flush();
    expect(kept()).toEqual([]);
  });

  it("an aborted run does not wait for the search, and the next one looks up again", async () => {
    const abort = new AbortController();
    const failures: unknown[] = [];
    const { memory, searches } = recordingMemory({
      search: () => {
        if (!abort.signal.aborted) setImmediate(() => abort.abort(new Error("enough")));
        return new Promise(() => {});
      },
    });
    const { agent } = await startAgent({
      memory,
      recall: { timeoutMs: 20 },
      onError: (...failure) => failures.push(failure),
    });
    await expect(ask(agent, "Hi", { ...alice, signal: abort.signal })).rejects.toThrow(
      /enough|abort/i,
    );
    expect(failures).toEqual([]);
    await agent.invoke(null, alice);
    expect(searches).toHaveLength(2);
  });
});

describe("what the application is told", () => {
  it("is what was recalled, once and before the answer, and what was learned, after it", async () => {
    const told: unknown[] = [];
    const { memory } = recordingMemory();
    const { agent, chat, flush } = await startAgent({
      memory,
      onRecall: ({ memories, block, ...rest }) =>
        told.push([...memories.map(({ id }) => id), block.length > 0, rest.scope]),
      onRemember: ({ report }, info) => told.push([report.status, info.scope]),
    });
    chat.script(() => {
      told.push("asked");
      return { text: "Fine." };
    });
    await agent.invoke({ messages: [{ role: "user", content: "Hi" }] }, alice);
    await flush();
    expect(told).toEqual([["memory-1", true, scope], "asked", ["processed", scope]]);
  });
});
