import { describe, expect, it, vi } from "vitest";
import { openTestMemory } from "../__fixtures__/open-test-memory.ts";
import type { Memory } from "../memory.ts";
import { createBackground } from "./background.ts";
import { report } from "./failure.ts";
import { recall } from "./recall.ts";

const alice = { userId: "alice" };
type Failure = [unknown, unknown];

function collect() {
  const failures: Failure[] = [];
  return { failures, onError: (...failure: Failure) => failures.push(failure) };
}

/** A memory whose search does this. */
function searching(search: Memory["search"]): Pick<Memory, "search"> {
  return { search };
}

describe("recall", () => {
  it("gives the block of context(), and the memories in it", async () => {
    const { memory } = await openTestMemory();
    await memory.put("User likes green tea", alice);
    await memory.put("User has a dog", alice);
    const { block, memories } = await recall(memory, "green tea", { scope: alice });
    expect(block).toBe(await memory.context("green tea", alice));
    expect(memories.map((match) => match.memory)).toEqual(["User likes green tea"]);
    const none = await recall(memory, "green tea", { scope: alice, tokenBudget: 1 });
    expect(none).toEqual({ block: "", memories: [] });
  });

  it("asks nobody about a query without words", async () => {
    const search = vi.fn<Memory["search"]>();
    expect(await recall(searching(search), " \n", { scope: alice })).toEqual({
      block: "",
      memories: [],
    });
    expect(search).not.toHaveBeenCalled();
  });

  it("reports a memory that fails, and gives nothing", async () => {
    const { failures, onError } = collect();
    const broken = searching(async () => {
      throw new Error("no quota");
    });
    expect((await recall(broken, "tea", { scope: alice, onError })).block).toBe("");
    expect(failures).toEqual([[new Error("no quota"), { phase: "recall", scope: alice }]]);
  });

  it("waits no longer than it may, and tells the search to stop", async () => {
    const { failures, onError } = collect();
    let stopped = false;
    const slow = searching(
      (_query, { signal }) =>
        new Promise(() => signal?.addEventListener("abort", () => (stopped = true))),
    );
    const { block } = await recall(slow, "tea", { scope: alice, timeoutMs: 20, onError });
    expect([block, stopped]).toEqual(["", true]);
    expect(failures).toEqual([
      [new Error("No memories were found within 20 ms."), { phase: "recall", scope: alice }],
    ]);
  });

  it("waits for nothing once the answer was aborted, which is no failure", async () => {
    const { failures, onError } = collect();
    const abort = new AbortController();
    const never = searching(() => new Promise(() => {}));
    const recalled = recall(never, "tea", { scope: alice, signal: abort.signal, onError });
    abort.abort();
    expect((await recalled).block).toBe("");
    expect((await recall(never, "tea", { scope: alice, signal: abort.signal })).block).toBe("");
    expect(failures).toEqual([]);
  });
});

describe("createBackground", () => {
  it("reports what fails, and is flushed when all is done", async () => {
    const { failures, onError } = collect();
    const awaited: Promise<void>[] = [];
    const background = createBackground({ onError, waitUntil: (work) => awaited.push(work) });
    const done: string[] = [];
    background.run(alice, async () => {
      await new Promise(setImmediate);
      done.push("a");
      background.run(alice, async () => done.push("b"));
    });
    background.run(alice, async () => {
      throw new Error("full");
    });
    await background.flush();
    expect(done).toEqual(["a", "b"]);
    expect(failures).toEqual([[new Error("full"), { phase: "remember", scope: alice }]]);
    expect(await Promise.all(awaited)).toHaveLength(3);
    await background.flush();
  });

  it("goes on when waitUntil or onError fail", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const done: string[] = [];
    const background = createBackground({
      waitUntil: () => {
        throw new Error("outside of a request");
      },
      onError: () => {
        throw new Error("logger down");
      },
    });
    background.run(alice, async () => done.push("a"));
    await background.flush();
    expect(done).toEqual(["a"]);
    report(undefined, new Error("unheard"), { phase: "recall" });
    const failLater = (() => Promise.reject(new Error("later"))) as unknown as () => void;
    report(failLater, new Error("told"), { phase: "recall" });
    await vi.waitFor(() => expect(log.mock.calls.flat()).toContainEqual(new Error("later")));
    expect(log.mock.calls.flat()).toContainEqual(new Error("unheard"));
    log.mockRestore();
  });
});
