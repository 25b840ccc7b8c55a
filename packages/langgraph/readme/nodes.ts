import {
  END,
  MessagesValue,
  START,
  StateGraph,
  StateSchema,
  UntrackedValue,
} from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
import { createMemory } from "@palimpsest/core";
import { LanceDBSaver } from "@palimpsest/langgraph";
import { recallNode, rememberNode } from "@palimpsest/langgraph/nodes";
import { z } from "zod";

const memory = createMemory();
export const remember = rememberNode({ memory });
const model = new ChatOpenAI({ model: "gpt-4.1-mini" });

const State = new StateSchema({
  messages: MessagesValue,
  memories: new UntrackedValue(z.string()), // in no checkpoint: what is recalled goes out of date
});

export const graph = new StateGraph(State)
  .addNode("recall", recallNode({ memory }))
  .addNode("answer", async ({ messages, memories }) => ({
    messages: [await model.invoke([{ role: "system", content: memories ?? "" }, ...messages])],
  }))
  .addNode("remember", remember)
  .addEdge(START, "recall")
  .addEdge("recall", "answer")
  .addEdge("answer", "remember")
  .addEdge("remember", END)
  .compile({ checkpointer: new LanceDBSaver() });
