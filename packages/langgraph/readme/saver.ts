import {
  Command,
  END,
  interrupt,
  MessagesAnnotation,
  START,
  StateGraph,
} from "@langchain/langgraph";
import { LanceDBSaver } from "@palimpsest/langgraph";

const checkpointer = LanceDBSaver.fromUri("./.palimpsest");
const graph = new StateGraph(MessagesAnnotation)
  .addNode("publish", () => {
    const answer: string = interrupt("Publish it?");
    return { messages: [{ role: "assistant", content: `You said ${answer}.` }] };
  })
  .addEdge(START, "publish")
  .addEdge("publish", END)
  .compile({ checkpointer });

const thread = { configurable: { thread_id: "release" } };
await graph.invoke({ messages: [{ role: "user", content: "Publish." }] }, thread);

// Later, perhaps in another process: it waits where it was.
const { messages } = await graph.invoke(new Command({ resume: "yes" }), thread);
console.log(messages.at(-1)?.text);

// The past of the thread goes, and its state stays.
await checkpointer.prune(["release"]);
await checkpointer.maintain();
await checkpointer.end();
