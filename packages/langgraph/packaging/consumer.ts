// A project in TypeScript of somebody who installed the packages: checked, not run.
import { MemorySaver, StateGraph, MessagesAnnotation, START } from "@langchain/langgraph";
import { createMemory, type Memory } from "@palimpsest/core";
import {
  createReflectionExecutor,
  fromLangChain,
  LanceDBSaver,
  type LanceDBSaverOptions,
  LanceDBStore,
} from "@palimpsest/langgraph";
import { longTermMemory } from "@palimpsest/langgraph/middleware";
import { recallNode, rememberNode } from "@palimpsest/langgraph/nodes";
import { createSearchMemoryTool } from "@palimpsest/langgraph/tools";
import { ChatOpenAI } from "@langchain/openai";
import { createAgent } from "langchain";
import { z } from "zod";

const memory: Memory = createMemory({ model: fromLangChain(new ChatOpenAI({ apiKey: "none" })) });
const options: LanceDBSaverOptions = { uri: "./memory", compress: false };
const checkpointer = process.argv.length > 2 ? new MemorySaver() : new LanceDBSaver(options);
const store = new LanceDBStore({ index: { dims: 1, embed: (texts) => texts.map(() => [1]) } });

const remembering = longTermMemory({ memory, tools: true });
const agent = createAgent({
  model: new ChatOpenAI({ apiKey: "none" }),
  tools: [createSearchMemoryTool({ memory })],
  contextSchema: z.object({ userId: z.string(), isAdmin: z.boolean() }),
  middleware: [remembering],
  checkpointer,
  store,
});

/** What an agent gives back stays as exact as it is without memory. */
export async function ask(text: string): Promise<string> {
  const { messages } = await agent.invoke(
    { messages: [{ role: "user", content: text }] },
    { context: { userId: "alice", isAdmin: false }, configurable: { thread_id: "t" } },
  );
  await remembering.flush();
  // @ts-expect-error The application's own schema is not loosened by that of the middleware.
  await agent.invoke({ messages: [] }, { context: { userId: "alice", isAdmin: "yes" } });
  return messages.map((message) => message.text).join("\n");
}

export const graph = new StateGraph(MessagesAnnotation)
  .addNode("remember", rememberNode({ memory }))
  .addEdge(START, "remember")
  .compile({ checkpointer: new LanceDBSaver(), store });

export const recall = recallNode({ memory, recall: { tokenBudget: 200 } });
export const executor = createReflectionExecutor(memory, { afterMs: 1_000 });
