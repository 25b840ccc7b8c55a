import { openai } from "@ai-sdk/openai";
import { createMemory, type Scope } from "@palimpsest/core";
import { memoryTools } from "@palimpsest/vercel-ai";
import { ToolLoopAgent } from "ai";

const memory = createMemory();

/** An agent for one user, made for each request. */
export function createAssistant(scope: Scope) {
  return new ToolLoopAgent({
    model: openai("gpt-4.1-mini"),
    instructions: "Look up what you know of the user before you answer.",
    tools: memoryTools({ memory, scope }),
  });
}
