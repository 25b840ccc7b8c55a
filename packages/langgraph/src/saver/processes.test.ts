import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph-checkpoint";
import { describe, expect, it } from "vitest";
import { GRAPHS, type GraphName, runTask, type Task } from "./__fixtures__/graphs.ts";
import { newFolder, openSaver } from "./__fixtures__/open-saver.ts";
import { runProcess } from "./__fixtures__/run-process.ts";

const thread = "t";

/** What a thread went through, as its user sees it. */
async function historyOf(graph: GraphName, checkpointer: BaseCheckpointSaver) {
  const states: unknown[] = [];
  const compiled = GRAPHS[graph]({ checkpointer });
  for await (const state of compiled.getStateHistory({ configurable: { thread_id: thread } })) {
    const { values, next, metadata } = state;
    states.push({ values, next, source: metadata?.source, step: metadata?.step });
  }
  return states;
}

/** The history of a thread that nobody disturbed, kept in memory by LangGraph itself. */
async function undisturbed(tasks: readonly Omit<Task, "uri" | "thread">[]) {
  const checkpointer = new MemorySaver();
  let result: unknown;
  for (const task of tasks) result = await runTask({ ...task, thread, uri: "" }, checkpointer);
  const [{ graph } = { graph: "steps" as const }] = tasks;
  return { result, history: await historyOf(graph, checkpointer) };
}

describe("a run that was killed", () => {
  it.each([
    ["between two steps", { graph: "steps", killAfter: "b" }],
    ["between the steps of a graph with a subgraph", { graph: "subgraph", killAfter: "inner" }],
    ["in a branch, when the others were done", { graph: "branches", killIn: "middle" }],
    ["in one of twenty tasks", { graph: "fanOut", killIn: "work-13" }],
    ["in a subgraph", { graph: "subgraph", killIn: "count" }],
  ] as const)("%s goes on in another process as if nothing had been", async (_, kill) => {
    const uri = await newFolder();
    const { graph } = kill;
    const input = { topic: "start" };
    expect(await runProcess({ uri, thread, input, ...kill })).toBe("killed");
    const expected = await undisturbed([{ graph, input }]);
    const saver = await openSaver({ uri });
    expect(await runTask({ uri, thread, graph }, saver)).toEqual(expected.result);
    expect(await historyOf(graph, saver)).toEqual(expected.history);
  });

  it("does no task again that was done before", async () => {
    const uri = await newFolder();
    const log = join(uri, "log.txt");
    const task = { uri, thread, graph: "branches", log } as const;
    expect(await runProcess({ ...task, input: {}, killIn: "right" })).toBe("killed");
    await runTask(task, await openSaver({ uri }));
    const runs = (await readFile(log, "utf8")).trim().split("\n");
    const counts = Object.entries(Object.groupBy(runs, (name) => name));
    expect(Object.fromEntries(counts.map(([name, all]) => [name, all?.length]))).toEqual({
      plan: 1,
      left: 1,
      middle: 1,
      right: 2,
      join: 1,
    });
  });
});

describe("a thread", () => {
  it("that waits for answers gets them in other processes", async () => {
    const uri = await newFolder();
    const graph = "questions";
    const steps = [{ input: {} }, { resume: "Ann" }, { resume: "Bo" }].map(
      (one) => ({ graph, ...one }) as const,
    );
    const expected = await undisturbed(steps);
    for (const step of steps.slice(0, 2)) await runProcess({ uri, thread, ...step });
    const saver = await openSaver({ uri });
    const last = await runTask({ uri, thread, graph, resume: "Bo" }, saver);
    expect(last).toEqual(expected.result);
    expect(expected.result).toMatchObject({
      trail: expect.arrayContaining(["outer: Ann", "inner: Bo"]),
    });
    expect(await historyOf(graph, saver)).toEqual(expected.history);
  });

  it("goes on from an earlier checkpoint in another process, and keeps what it left", async () => {
    const uri = await newFolder();
    const task = { uri, thread, graph: "steps" } as const;
    await runProcess({ ...task, input: { topic: "first" } });
    const saver = await openSaver({ uri });
    const graph = GRAPHS.steps({ checkpointer: saver });
    const config = { configurable: { thread_id: thread } };
    let checkpointId = "";
    for await (const state of graph.getStateHistory(config)) {
      if (state.next[0] === "b") checkpointId = state.config.configurable?.["checkpoint_id"];
    }
    const newest = await graph.getState(config);
    const fork = await graph.updateState(
      { configurable: { thread_id: thread, checkpoint_id: checkpointId } },
      { trail: ["changed"] },
    );
    const forked = await runProcess({
      ...task,
      checkpointId: fork.configurable?.["checkpoint_id"],
    });
    expect(forked).toEqual({
      trail: ["a", "changed", "b", "c", "d"],
      turns: 0,
      topic: "b was here",
    });
    const replayed = await runTask({ ...task, checkpointId }, saver);
    expect(replayed).toEqual({ trail: ["a", "b", "c", "d"], turns: 0, topic: "b was here" });
    expect((await graph.getState(newest.config)).values).toEqual(newest.values);
  });

  it("of a subgraph remembers its turns over processes", async () => {
    const uri = await newFolder();
    const step = { graph: "subgraph", input: { topic: "go" } } as const;
    const expected = await undisturbed([step, step]);
    await runProcess({ uri, thread, ...step });
    const result = await runTask({ uri, thread, ...step }, await openSaver({ uri }));
    expect(result).toEqual(expected.result);
    expect(result).toMatchObject({
      trail: expect.arrayContaining(["inner: turn 1", "inner: turn 2"]),
    });
  });

  it("may run while others do, in two processes and in this one", async () => {
    const uri = await newFolder();
    const saver = await openSaver({ uri });
    const task = { uri, graph: "fanOut", input: {} } as const;
    const results = await Promise.all([
      runProcess({ ...task, thread: "one" }),
      runProcess({ ...task, thread: "two" }),
      runTask({ ...task, thread: "three" }, saver),
      runTask({ ...task, thread: "four", durability: "exit" }, await openSaver({ uri })),
    ]);
    const { result } = await undisturbed([task]);
    expect(results).toEqual([result, result, result, result]);
    const graph = GRAPHS.fanOut({ checkpointer: saver });
    for (const name of ["one", "two", "three", "four"]) {
      const { values, next } = await graph.getState({ configurable: { thread_id: name } });
      expect({ values, next }).toEqual({ values: result, next: [] });
    }
  });
});
