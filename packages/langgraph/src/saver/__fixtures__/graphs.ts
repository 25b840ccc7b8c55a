import { appendFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { Annotation, Command, END, interrupt, Send, START, StateGraph } from "@langchain/langgraph";

/** How a graph is run. */
export interface Running {
  readonly checkpointer: BaseCheckpointSaver;
  /** The node in which the process is killed, after others of its step are done. */
  readonly killIn?: string | undefined;
  /** A file to which each node adds a line when it is run. */
  readonly log?: string | undefined;
}

const State = Annotation.Root({
  trail: Annotation<string[]>({ reducer: (old, more) => [...old, ...more], default: () => [] }),
  turns: Annotation<number>({ reducer: (old, more) => old + more, default: () => 0 }),
  topic: Annotation<string>,
});

type Update = typeof State.Update;

/** A node that adds to the trail. */
function toNode({ killIn, log }: Running, name: string, update: () => Update = () => ({})) {
  return async (): Promise<Update> => {
    if (log) await appendFile(log, `${name}\n`);
    if (killIn === name) {
      await delay(300);
      process.kill(process.pid, "SIGKILL");
    }
    return { trail: [name], ...update() };
  };
}

/** Graphs by name. What they do depends on their input alone. */
export const GRAPHS = {
  steps: (running: Running) =>
    new StateGraph(State)
      .addNode("a", toNode(running, "a"))
      .addNode(
        "b",
        toNode(running, "b", () => ({ topic: "b was here" })),
      )
      .addNode("c", toNode(running, "c"))
      .addNode("d", toNode(running, "d"))
      .addEdge(START, "a")
      .addEdge("a", "b")
      .addEdge("b", "c")
      .addEdge("c", "d")
      .addEdge("d", END)
      .compile(running),

  branches: (running: Running) =>
    new StateGraph(State)
      .addNode("plan", toNode(running, "plan"))
      .addNode("left", toNode(running, "left"))
      .addNode("middle", toNode(running, "middle"))
      .addNode("right", toNode(running, "right"))
      .addNode("join", toNode(running, "join"))
      .addEdge(START, "plan")
      .addEdge("plan", "left")
      .addEdge("plan", "middle")
      .addEdge("plan", "right")
      .addEdge(["left", "middle", "right"], "join")
      .addEdge("join", END)
      .compile(running),

  fanOut: (running: Running) =>
    new StateGraph(State)
      .addNode("plan", toNode(running, "plan"))
      .addNode("work", async ({ topic }: { topic: string }) => toNode(running, topic)())
      .addNode("join", toNode(running, "join"))
      .addEdge(START, "plan")
      .addConditionalEdges(
        "plan",
        () =>
          Array.from({ length: 20 }, (_, index) => new Send("work", { topic: `work-${index}` })),
        ["work"],
      )
      .addEdge("work", "join")
      .addEdge("join", END)
      .compile(running),

  /** Its subgraph has a memory of its own, which counts its turns. */
  subgraph: (running: Running) => {
    const inner = new StateGraph(State)
      .addNode(
        "count",
        toNode(running, "count", () => ({ turns: 1 })),
      )
      .addNode("say", async ({ turns }: typeof State.State) => ({ topic: `turn ${turns}` }))
      .addEdge(START, "count")
      .addEdge("count", "say")
      .addEdge("say", END)
      .compile({ checkpointer: true });
    return new StateGraph(State)
      .addNode("before", toNode(running, "before"))
      .addNode("inner", async ({ topic }: typeof State.State) => {
        const { topic: said } = await inner.invoke({ topic });
        return { trail: [`inner: ${said}`] };
      })
      .addNode("after", toNode(running, "after"))
      .addEdge(START, "before")
      .addEdge("before", "inner")
      .addEdge("inner", "after")
      .addEdge("after", END)
      .compile(running);
  },

  /** Asks twice, the second time within a subgraph. */
  questions: (running: Running) => {
    const inner = new StateGraph(State)
      .addNode("ask", () => ({ trail: [`inner: ${interrupt<string, string>("And inside?")}`] }))
      .addEdge(START, "ask")
      .addEdge("ask", END)
      .compile();
    return new StateGraph(State)
      .addNode("ask", () => ({ trail: [`outer: ${interrupt<string, string>("Who are you?")}`] }))
      .addNode("beside", toNode(running, "beside"))
      .addNode("inner", inner)
      .addEdge(START, "ask")
      .addEdge(START, "beside")
      .addEdge(["ask", "beside"], "inner")
      .addEdge("inner", END)
      .compile(running);
  },
};

export type GraphName = keyof typeof GRAPHS;

/** What a process is told to do with a graph. */
export interface Task {
  readonly uri: string;
  readonly graph: GraphName;
  readonly thread: string;
  /** What goes in: an input, an answer, or nothing where it goes on. */
  readonly input?: Update;
  readonly resume?: string;
  /** Where it goes on from, if not from the newest checkpoint. */
  readonly checkpointId?: string;
  readonly durability?: "sync" | "async" | "exit";
  readonly killIn?: string;
  /** The node after whose step the process is killed. */
  readonly killAfter?: string;
  readonly log?: string;
}

/** Runs a graph as told. Resolves with its result. */
export async function runTask(task: Task, checkpointer: BaseCheckpointSaver) {
  const { killIn, killAfter, log, resume, input = null, durability = "sync" } = task;
  const graph = GRAPHS[task.graph]({ checkpointer, killIn, log });
  const configurable = { thread_id: task.thread, checkpoint_id: task.checkpointId };
  const given = resume === undefined ? input : new Command({ resume });
  // Typed for what one of the graphs takes, it would not fit the others.
  const stream = await graph.stream(given as never, {
    configurable,
    durability,
    streamMode: ["updates", "values"],
  });
  let values: unknown;
  for await (const [mode, chunk] of stream) {
    if (mode === "values") values = chunk;
    else if (killAfter && killAfter in chunk) process.kill(process.pid, "SIGKILL");
  }
  return values;
}
