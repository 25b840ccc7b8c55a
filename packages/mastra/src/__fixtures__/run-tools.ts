import { Agent } from "@mastra/core/agent";
import { InMemoryStore } from "@mastra/core/storage";
import { Memory } from "@mastra/memory";
import { type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { onTestFinished } from "vitest";
import type { LongTermTools } from "../tools/create-long-term-tools.ts";

/** What the model calls, one tool a step, before it says that it is done. */
export type PlannedCall = [tool: keyof LongTermTools, input: object];

/** A conversation in which a model calls the tools. */
export interface ToolRun {
  prompt: string;
  tools: LongTermTools;
  calls: readonly PlannedCall[];
  /** Default: `alice`. */
  resource?: string;
  savePerStep?: boolean;
}

/** What came of it. */
export interface ToolOutcome {
  /** What the tools answered, in the order of the calls. */
  answers: unknown[];
  /** What the model was asked, step by step. */
  requests: ChatRequest[];
}

/** Runs the conversation with a real agent and a model over HTTP, in both ways that Mastra has. */
export const RUNNERS: [string, (run: ToolRun) => Promise<ToolOutcome>][] = [
  [
    "generate",
    async (run) => {
      const { agent, options, requests } = await serve(run);
      const { toolResults } = await agent.generate(run.prompt, options);
      return { answers: toAnswers(toolResults), requests };
    },
  ],
  [
    "stream",
    async (run) => {
      const { agent, options, requests } = await serve(run);
      const output = await agent.stream(run.prompt, options);
      await output.consumeStream();
      return { answers: toAnswers(await output.toolResults), requests };
    },
  ],
];

function toAnswers(results: readonly { payload: { result: unknown } }[]): unknown[] {
  return results.map(({ payload }) => payload.result);
}

async function serve({ tools, calls, resource = "alice", savePerStep = false }: ToolRun) {
  const requests: ChatRequest[] = [];
  const server = await startOpenAIServer({
    chat: (request) => {
      const [name, input] = calls[requests.length] ?? [];
      requests.push(request);
      return name && input ? { toolCalls: [{ name, arguments: input }] } : { text: "Done." };
    },
  });
  onTestFinished(() => server.close());
  const agent = new Agent({
    id: "assistant",
    name: "Assistant",
    instructions: "Help.",
    model: { id: "own/gpt-4.1-nano", url: server.baseUrl, apiKey: "test" },
    memory: new Memory({ storage: new InMemoryStore() }),
    tools,
  });
  const options = {
    savePerStep,
    memory: { thread: "t1", resource },
    maxSteps: calls.length + 1,
  };
  return { agent, options, requests };
}
