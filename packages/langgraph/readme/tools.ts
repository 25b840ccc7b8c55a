import { ChatOpenAI } from "@langchain/openai";
import { createMemory } from "@palimpsest/core";
import { createManageMemoryTool, createSearchMemoryTool } from "@palimpsest/langgraph/tools";
import { createAgent } from "langchain";

const memory = createMemory();

export const agent = createAgent({
  model: new ChatOpenAI({ model: "gpt-4.1-mini" }),
  systemPrompt: "Look up what you know of the user before you answer.",
  tools: [
    createSearchMemoryTool({ memory }),
    // Without update and delete, which have a person's trust: this agent reads what strangers write.
    createManageMemoryTool({ memory, actionsPermitted: ["create"] }),
  ],
});
