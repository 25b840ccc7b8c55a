import { HumanMessage } from "@langchain/core/messages";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import { recordingMemory } from "../__fixtures__/recording-memory.ts";
import { rememberNode } from "../nodes/remember-node.ts";
import { createReflectionExecutor } from "./create-reflection-executor.ts";

const alice = { configurable: { user_id: "alice", thread_id: "t1" } };

/** A conversation in which the user says these things, each of which is answered. */
function conversation(...texts: string[]) {
  return {
    messages: texts.flatMap((content) => [
      new HumanMessage({ id: `id of ${content}`, content }),
      { role: "assistant", content: "Fine." },
    ]),
  };
}

describe("the reflection executor", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  it("keeps the turns of a thread once it is silent, in one exchange", async () => {
    const { memory, adds, kept } = recordingMemory();
    const executor = createReflectionExecutor(memory, { afterMs: 1_000 });
    executor.submit(conversation("One"), alice);
    vi.advanceTimersByTime(999);
    executor.submit(conversation("One", "Two"), alice);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(999);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(vi.getTimerCount()).toBe(0);
    await executor.flush();
    expect(kept()).toEqual([["user: One", "assistant: Fine.", "user: Two", "assistant: Fine."]]);
    expect(adds[0]?.options).toMatchObject({ userId: "alice", sessionId: "t1" });

    executor.submit(conversation("One", "Two", "Three"), alice);
    await executor.flush();
    expect(kept()[1]).toEqual(["user: Three", "assistant: Fine."]);
  });

  it("replaces what waits of a turn by what is submitted of it later", async () => {
    const { memory, kept } = recordingMemory();
    const executor = createReflectionExecutor(memory);
    const [said, answer] = conversation("One").messages;
    if (!said || !answer) throw new Error("There is a turn.");
    executor.submit({ messages: [said] }, alice);
    executor.submit({ messages: [said, answer] }, alice);
    await executor.flush();
    expect(kept()).toEqual([["user: One", "assistant: Fine."]]);
  });

  it("waits for each thread and each user apart, and as long as a submit says", async () => {
    const { memory, adds } = recordingMemory();
    const executor = createReflectionExecutor(memory, { afterMs: 1_000 });
    executor.submit(conversation("One"), alice);
    executor.submit(conversation("One"), {
      configurable: { ...alice.configurable, thread_id: "t2" },
    });
    executor.submit(conversation("One"), {
      configurable: { ...alice.configurable, user_id: "bob" },
    });
    executor.submit(conversation("Now"), { configurable: { user_id: "carol" } }, { afterMs: 0 });
    vi.advanceTimersByTime(1);
    await vi.waitFor(() => expect(adds).toHaveLength(1));
    expect(adds[0]?.options.userId).toBe("carol");
    await executor.flush();
    // Those of other users and threads wait for nobody, so they come in any order.
    const owners = adds.map(({ options }) => `${options.userId} ${options.sessionId}`);
    expect(owners.toSorted()).toEqual(["alice t1", "alice t2", "bob t1", "carol undefined"]);
  });

  it("loses nothing when it is shut down, and says what comes too late", async () => {
    const { memory, kept } = recordingMemory();
    const failures: unknown[] = [];
    const executor = createReflectionExecutor(memory, {
      onError: (error, { phase }) => failures.push([phase, (error as Error).message]),
    });
    executor.submit(conversation("One"), alice);
    executor.submit(conversation("Two"), { configurable: { user_id: "bob" } });
    await executor.shutdown();
    expect(new Set(kept().map(([said]) => said))).toEqual(new Set(["user: One", "user: Two"]));
    executor.submit(conversation("Three"), alice);
    await executor.shutdown();
    expect(kept()).toHaveLength(2);
    expect(failures).toEqual([["remember", expect.stringContaining("was shut down")]]);
  });

  it("keeps nobody's words, nor those that a model says to another one", async () => {
    const { memory, adds } = recordingMemory();
    const executor = createReflectionExecutor(memory);
    executor.submit(conversation("One"), { configurable: { thread_id: "t1" } });
    executor.submit(conversation("Two"), {
      configurable: { ...alice.configurable, checkpoint_ns: "tools:1|model:2" },
    });
    executor.submit(conversation(), alice);
    await executor.shutdown();
    expect(adds).toEqual([]);
  });

  it("reports what fails, and throws nothing at the node that submits", async () => {
    const failures: unknown[] = [];
    const { memory } = recordingMemory({ add: () => Promise.reject(new Error("down")) });
    const executor = createReflectionExecutor(memory, {
      scope: ({ configurable }) => ({ userId: configurable["user_id"] as string }),
      onError: (error, { phase }) => failures.push([phase, (error as Error).message]),
    });
    executor.submit(conversation("One"), alice);
    executor.submit(conversation("Two"), { configurable: { user_id: "" } });
    executor.submit(conversation("Two"), alice, { afterMs: -1 });
    await executor.flush();
    expect(failures).toEqual([
      ["remember", expect.stringContaining("userId")],
      ["remember", expect.stringContaining("afterMs")],
      ["remember", "down"],
    ]);
    for (const [parameter, wrong] of [
      ["afterMs", { afterMs: Number.NaN }],
      ["scope", { scope: "alice" }],
      ["afterSeconds", { afterSeconds: 5 }],
    ] as const) {
      expect(() => createReflectionExecutor(memory, wrong as object)).toThrow(
        expect.objectContaining({ code: "invalid-input", parameter }),
      );
    }
    expect(() => createReflectionExecutor({} as never)).toThrow("memory must be a memory");
  });

  it("tells what was learned", async () => {
    const told: unknown[] = [];
    const executor = createReflectionExecutor(recordingMemory().memory, {
      onRemember: ({ report }, info) => told.push([report.status, info.scope]),
    });
    executor.submit(conversation("One"), alice);
    await executor.flush();
    expect(told).toEqual([["processed", { userId: "alice", sessionId: "t1" }]]);
  });
});

describe("the reflection executor, on a real memory", () => {
  it("keeps a turn once that another process submits, or the node kept before", async () => {
    const { memory } = await openTestMemory();
    const node = rememberNode({ memory, remember: { mode: "await" } });
    await node(conversation("One"), alice);
    for (const executor of [createReflectionExecutor(memory), createReflectionExecutor(memory)]) {
      executor.submit(conversation("One"), alice);
      await executor.shutdown();
    }
    const { results } = await memory.episodes({ userId: "alice", sessionId: "t1" });
    expect(results).toHaveLength(1);
  });
});
