import { describe, expect, it } from "vitest";
import type { Write } from "./commit-writes.ts";
import { createWriteQueue } from "./write-queue.ts";

function write(...keys: string[]): Write {
  const rows = keys.map((key) => ({ key, revision: 1, values: {}, write: key, bytes: 1 }));
  return { type: "merge", rows };
}

/** A commit that waits until it is told how it ends, and notes what it was given. */
function scriptedCommits() {
  const batches: string[][] = [];
  const ends: ((refused: Set<string>) => void)[] = [];
  const commit = async (writes: readonly Write[]) => {
    batches.push(writes.flatMap(({ rows }) => rows.map(({ key }) => key)));
    const { promise, resolve } = Promise.withResolvers<Set<string>>();
    ends.push(resolve);
    return promise;
  };
  const next = async (...refused: string[]) => {
    await new Promise(setImmediate);
    ends.shift()?.(new Set(refused));
    await new Promise(setImmediate);
  };
  return { batches, commit, next };
}

describe("createWriteQueue", () => {
  it("commits what waited during a commit together", async () => {
    const { batches, commit, next } = scriptedCommits();
    const queue = createWriteQueue(commit);
    const first = [queue.write(write("a")), queue.write(write("b"))];
    await new Promise(setImmediate);
    const second = [queue.write(write("c")), queue.write(write("d", "e"))];
    await next();
    await next();
    await Promise.all([...first, ...second]);
    expect(batches).toEqual([
      ["a", "b"],
      ["c", "d", "e"],
    ]);
  });

  it("tells each call which of its own keys were refused", async () => {
    const { commit, next } = scriptedCommits();
    const queue = createWriteQueue(commit);
    const answers = Promise.all([queue.write(write("a", "b")), queue.write(write("c"))]);
    await next("b");
    expect(await answers).toEqual([["b"], []]);
  });

  it("lets a failed commit fail its calls, and no later one", async () => {
    let isBroken = true;
    const queue = createWriteQueue(async () => {
      if (isBroken) throw new Error("disk full");
      return new Set();
    });
    const failed = [queue.write(write("a")), queue.write(write("b"))];
    await expect(failed[0]).rejects.toThrow("disk full");
    await expect(failed[1]).rejects.toThrow("disk full");
    isBroken = false;
    expect(await queue.write(write("a"))).toEqual([]);
  });

  it("runs tasks between commits, and goes on when one fails", async () => {
    const { batches, commit, next } = scriptedCommits();
    const queue = createWriteQueue(commit);
    const first = queue.write(write("a"));
    await new Promise(setImmediate);
    const second = queue.write(write("b"));
    const seen: number[] = [];
    const task = queue.exclusively(async () => {
      seen.push(batches.length);
      throw new Error("no space");
    });
    const failure = task.catch((error: unknown) => error);
    await next();
    await next();
    await Promise.all([first, second]);
    expect(await failure).toEqual(new Error("no space"));
    expect(seen).toEqual([1]);
    expect(batches).toEqual([["a"], ["b"]]);
  });

  it("commits appends during a task that allows them, past a merge that waits for its end", async () => {
    const { batches, commit, next } = scriptedCommits();
    const queue = createWriteQueue(commit);
    const { promise: task, resolve: endTask } = Promise.withResolvers<void>();
    const ended = queue.besideNewRows(() => task);
    await new Promise(setImmediate);
    const writes = [queue.write({ ...write("a"), type: "append" })];
    await new Promise(setImmediate);
    // While the first one is committed.
    writes.push(queue.write({ ...write("b"), type: "append" }), queue.write(write("c")));
    writes.push(queue.write({ ...write("d"), type: "append" }));
    await next();
    await next();
    expect(batches).toEqual([["a"], ["b", "d"]]);
    endTask();
    await ended;
    await next();
    await Promise.all(writes);
    expect(batches).toEqual([["a"], ["b", "d"], ["c"]]);
  });

  it("goes on when a task fails during which an append is committed", async () => {
    const { commit, next } = scriptedCommits();
    const queue = createWriteQueue(commit);
    const { promise: task, reject: failTask } = Promise.withResolvers<void>();
    const failure = queue.besideNewRows(() => task).catch((error: unknown) => error);
    await new Promise(setImmediate);
    const appended = queue.write({ ...write("a"), type: "append" });
    await new Promise(setImmediate);
    failTask(new Error("no space"));
    await next();
    expect(await appended).toEqual([]);
    expect(await failure).toEqual(new Error("no space"));
    const merged = queue.write(write("b"));
    await next();
    expect(await merged).toEqual([]);
  });

  it("settles when everything that waited is done", async () => {
    const done: string[] = [];
    const queue = createWriteQueue(async (writes) => {
      await new Promise(setImmediate);
      done.push(...writes.flatMap(({ rows }) => rows.map(({ key }) => key)));
      return new Set();
    });
    await queue.settle();
    const writes = [queue.write(write("a")), queue.write(write("a")), queue.write(write("b"))];
    await queue.settle();
    expect(done).toEqual(["a", "b", "a"]);
    await Promise.all(writes);
  });
});
