import { Agent } from "@mastra/core/agent";
import { LibSQLStore } from "@mastra/libsql";
import { createMemory } from "@palimpsest/core";
import { LongTermMemory } from "@palimpsest/mastra";

const memory = new LongTermMemory({
  storage: new LibSQLStore({ id: "messages", url: "file:./mastra.db" }),
  longTerm: { memory: createMemory() }, // ./.palimpsest, a folder
});
const agent = new Agent({
  id: "assistant",
  name: "Assistant",
  instructions: "You are a helpful assistant.",
  model: "openai/gpt-4.1-mini",
  memory,
});

const alice = (thread: string) => ({ memory: { thread, resource: "alice" } });
await agent.generate("I'm vegetarian, and I've just moved to Berlin.", alice("monday"));
await memory.settled(); // Turns are learned from behind the answer; a script has to wait for it.

const { text } = await agent.generate("Where shall I eat tonight?", alice("friday"));
console.log(text); // Another thread, which knows of Berlin, and what is eaten there.

await memory.settled();
await memory.longTerm.close();
