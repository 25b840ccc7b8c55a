import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAI as createOpenAIv3 } from "@ai-sdk/openai-v3";
import { type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { generateText, isStepCount, streamText, ToolLoopAgent } from "ai";
import * as v6 from "ai-v6";
import { onTestFinished } from "vitest";
import type { MemoryTools } from "../tools/memory-tools.ts";

/** What the model calls, one tool a step, before it says that it is done. */
export type PlannedCall = [tool: keyof MemoryTools, input: object];

/** A conversation in which a model calls the tools. */
export interface ToolRun {
  prompt: string;
  tools: MemoryTools;
  calls: readonly PlannedCall[];
  abortSignal?: AbortSignal;
}

/** What came of it. */
export interface ToolOutcome {
  /** What the tools answered, in the order of the calls. */
  answers: unknown[];
  /** What the model was asked, step by step. */
  requests: ChatRequest[];
}

type Step = { toolResults: readonly { output: unknown }[] };

/** Runs the conversation with a real model over HTTP, by each of the SDK's ways to do so. */
export const RUNNERS: [string, (run: ToolRun) => Promise<ToolOutcome>][] = [
  [
    "generateText of AI SDK 7",
    async ({ prompt, tools, calls, abortSignal }) => {
      const { connection, requests } = await serve(calls);
      const { steps } = await generateText({
        model: createOpenAI(connection)("gpt-4.1-nano"),
        tools,
        prompt,
        stopWhen: isStepCount(calls.length + 1),
        ...(abortSignal && { abortSignal }),
      });
      return { answers: toAnswers(steps), requests };
    },
  ],
  [
    "streamText of AI SDK 7",
    async ({ prompt, tools, calls, abortSignal }) => {
      const { connection, requests } = await serve(calls);
      const { steps } = streamText({
        model: createOpenAI(connection)("gpt-4.1-nano"),
        tools,
        prompt,
        stopWhen: isStepCount(calls.length + 1),
        ...(abortSignal && { abortSignal }),
      });
      return { answers: toAnswers(await steps), requests };
    },
  ],
  [
    "ToolLoopAgent of AI SDK 7",
    async ({ prompt, tools, calls, abortSignal }) => {
      const { connection, requests } = await serve(calls);
      const agent = new ToolLoopAgent({ model: createOpenAI(connection)("gpt-4.1-nano"), tools });
      const { steps } = await agent.generate({ prompt, ...(abortSignal && { abortSignal }) });
      return { answers: toAnswers(steps), requests };
    },
  ],
  [
    "generateText of AI SDK 6",
    async ({ prompt, tools, calls, abortSignal }) => {
      const { connection, requests } = await serve(calls);
      const { steps } = await v6.generateText({
        model: createOpenAIv3(connection)("gpt-4.1-nano"),
        // Each copy of the SDK has types of its own for the same schemas; see types/.
        tools: tools as unknown as v6.ToolSet,
        prompt,
        stopWhen: v6.stepCountIs(calls.length + 1),
        ...(abortSignal && { abortSignal }),
      });
      return { answers: toAnswers(steps), requests };
    },
  ],
];

function toAnswers(steps: readonly Step[]): unknown[] {
  return steps.flatMap(({ toolResults }) => toolResults.map(({ output }) => output));
}

async function serve(calls: readonly PlannedCall[]) {
  const requests: ChatRequest[] = [];
  const server = await startOpenAIServer({
    chat: (request) => {
      const [name, input] = calls[requests.length] ?? [];
      requests.push(request);
      return name && input ? { toolCalls: [{ name, arguments: input }] } : { text: "Done." };
    },
  });
  onTestFinished(() => server.close());
  return { connection: { baseURL: server.baseUrl, apiKey: "test" }, requests };
}
