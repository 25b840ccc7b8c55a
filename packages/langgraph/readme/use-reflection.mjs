// Two turns of one thread, and then the end of the process.
import { AIMessage, HumanMessage } from "@langchain/core/messages";
import { createMemory } from "@palimpsest/core";
import { reflect, shutDown } from "./reflection.ts";

const config = { configurable: { user_id: "alice", thread_id: "monday" } };
const messages = [new HumanMessage("I live in Berlin."), new AIMessage("Lucky you.")];
reflect({ messages }, config);
reflect({ messages: [...messages, new HumanMessage("It rains.")] }, config);
await shutDown();

const memory = createMemory();
const { results } = await memory.episodes({ userId: "alice", include: "subtree" });
await memory.close();
console.log(
  JSON.stringify(results.map((episode) => episode.messages.map(({ content }) => content))),
);
