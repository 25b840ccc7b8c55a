// A program of somebody who installed the packages: an agent with memory, store and checkpoints, and a
// graph with nodes and an interrupt, run by plain Node with the packed files only.
import {
  Annotation,
  Command,
  END,
  interrupt,
  MessagesAnnotation,
  START,
  StateGraph,
} from "@langchain/langgraph";
import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { createMemory } from "@palimpsest/core";
import {
  createReflectionExecutor,
  fromLangChain,
  fromLangChainEmbeddings,
  LanceDBSaver,
  LanceDBStore,
} from "@palimpsest/langgraph";
import { longTermMemory } from "@palimpsest/langgraph/middleware";
import { recallNode, rememberNode } from "@palimpsest/langgraph/nodes";
import { createManageMemoryTool, createSearchMemoryTool } from "@palimpsest/langgraph/tools";
import { createAgent } from "langchain";

const connection = { apiKey: "test", configuration: { baseURL: process.argv[2] }, maxRetries: 0 };
const chat = new ChatOpenAI({ ...connection, model: "gpt-4.1-mini" });
const embeddings = new OpenAIEmbeddings({ ...connection, model: "text-embedding-3-small" });
const alice = (thread_id) => ({ configurable: { thread_id, user_id: "alice" } });
const text = ({ messages }) => messages.at(-1).text;

const memory = createMemory({
  uri: "./memory",
  model: fromLangChain(new ChatOpenAI({ ...connection, model: "gpt-4.1-nano" })),
  embedder: fromLangChainEmbeddings(embeddings, { dimensions: 1_536 }),
});
const store = new LanceDBStore({ uri: "./memory", index: { dims: 1_536, embeddings } });
const checkpointer = new LanceDBSaver({ uri: "./memory" });
const outcome = {};

const remembering = longTermMemory({ memory });
const agent = createAgent({
  model: chat,
  tools: [createSearchMemoryTool({ memory }), createManageMemoryTool({ memory })],
  middleware: [remembering],
  checkpointer,
  store,
});
const say = async (content, thread) =>
  text(await agent.invoke({ messages: [{ role: "user", content }] }, alice(thread)));
outcome.told = await say("I live in Berlin.", "first");
await remembering.flush();
outcome.asked = await say("Where do I live?", "second");
await remembering.flush();

await store.put(["notes"], "a", { text: "Berlin is warm in May." });
outcome.notes = (await store.search(["notes"], { query: "weather" })).map(
  ({ value }) => value.text,
);

const Recalling = Annotation.Root({ ...MessagesAnnotation.spec, memories: Annotation() });
const graph = new StateGraph(Recalling)
  .addNode("recall", recallNode({ memory }))
  .addNode("ask", ({ memories }) => {
    const approved = interrupt("May I?");
    return { messages: [{ role: "assistant", content: `${approved}: ${memories !== ""}` }] };
  })
  .addNode("remember", rememberNode({ memory, remember: { mode: "await" } }))
  .addEdge(START, "recall")
  .addEdge("recall", "ask")
  .addEdge("ask", "remember")
  .addEdge("remember", END)
  .compile({ checkpointer });
await graph.invoke({ messages: [{ role: "user", content: "Where do I live?" }] }, alice("graph"));
outcome.waits = (await graph.getState(alice("graph"))).next;
outcome.resumed = text(await graph.invoke(new Command({ resume: "yes" }), alice("graph")));

const executor = createReflectionExecutor(memory, { afterMs: 60_000 });
executor.submit({ messages: [{ role: "user", content: "I live in Berlin." }] }, alice("silent"));
await executor.shutdown();

const { results } = await memory.list({ userId: "alice" });
outcome.known = results.map((record) => record.memory);
await memory.close();
await store.stop();
await checkpointer.end();
console.log(JSON.stringify(outcome));
