import { Agent } from "@mastra/core/agent";
import { ModerationProcessor } from "@mastra/core/processors";
import { LibSQLStore } from "@mastra/libsql";
import { Memory } from "@mastra/memory";
import { createMemory } from "@palimpsest/core";
import { createLongTermProcessor } from "@palimpsest/mastra";

const longTerm = createLongTermProcessor({ memory: createMemory() });
const moderation = new ModerationProcessor({ model: "openai/gpt-4.1-nano" });

/** An agent with a memory of its own; what moderation rejects is not remembered. */
export const agent = new Agent({
  id: "assistant",
  name: "Assistant",
  instructions: "You are a helpful assistant.",
  model: "openai/gpt-4.1-mini",
  memory: new Memory({ storage: new LibSQLStore({ id: "messages", url: "file:./mastra.db" }) }),
  inputProcessors: [moderation, longTerm],
  outputProcessors: [moderation, longTerm],
});
