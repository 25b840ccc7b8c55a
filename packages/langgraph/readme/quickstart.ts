import { ChatOpenAI } from "@langchain/openai";
import { createMemory } from "@palimpsest/core";
import { LanceDBSaver } from "@palimpsest/langgraph";
import { longTermMemory } from "@palimpsest/langgraph/middleware";
import { createAgent } from "langchain";

const memory = createMemory(); // ./.palimpsest, a folder
const checkpointer = new LanceDBSaver(); // the same folder
const remembering = longTermMemory({ memory });
const agent = createAgent({
  model: new ChatOpenAI({ model: "gpt-4.1-mini" }),
  middleware: [remembering],
  checkpointer,
});

async function say(content: string, thread_id: string): Promise<string> {
  const config = { configurable: { user_id: "alice", thread_id } };
  const { messages } = await agent.invoke({ messages: [{ role: "user", content }] }, config);
  return messages.at(-1)?.text ?? "";
}

await say("I'm vegetarian, and I've just moved to Berlin.", "monday");
await remembering.flush(); // Turns are remembered behind the answer; a script has to wait for it.
console.log(await say("Where shall I eat tonight?", "friday")); // Knows of Berlin, and what is eaten there.

await remembering.flush();
await memory.close();
await checkpointer.end();
