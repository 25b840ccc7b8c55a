import { Mastra } from "@mastra/core";
import { Agent, type AgentExecutionOptions } from "@mastra/core/agent";
import type { MastraModelConfig } from "@mastra/core/llm";
import { LibSQLStore } from "@mastra/libsql";
import type { Memory as CoreMemory } from "@palimpsest/core";
import { type ChatReply, type ChatRequest, startOpenAIServer } from "@palimpsest/openai-server";
import { onTestFinished } from "vitest";
import { LongTermMemory, type LongTermMemoryConfig, type LongTermOptions } from "../index.ts";
import { openCore } from "./open-core.ts";
import { newFolder } from "./new-folder.ts";

type AgentConfig = Omit<ConstructorParameters<typeof Agent>[0], "model">;

/** What a test changes about its assistant. */
export interface AssistantOptions {
  /** Options of long-term memory. */
  longTerm?: Partial<LongTermOptions>;
  /** Options of Mastra's `Memory`. */
  memory?: Omit<LongTermMemoryConfig, "longTerm" | "storage">;
  agent?: Partial<AgentConfig>;
  /** What its model answers. Default: "Noted." */
  reply?: (request: ChatRequest, count: number) => ChatReply | Promise<ChatReply>;
  /** A folder that another assistant has, too. */
  folder?: string;
}

/** How memories are looked up in tests, which may be many on a slow machine. */
export const PATIENTLY = { timeoutMs: 20_000 };

/** Opens an agent with long-term memory: a real Mastra on LibSQL, a real LanceDB, and a model over HTTP. */
export async function openAssistant(options: AssistantOptions = {}) {
  const folder = options.folder ?? (await newFolder());
  const requests: ChatRequest[] = [];
  const reply = options.reply ?? (() => ({ text: "Noted." }));
  const server = await startOpenAIServer({
    chat(request) {
      requests.push(request);
      return reply(request, requests.length);
    },
  });
  const model = { id: "openai/gpt-4.1-nano", url: server.baseUrl, apiKey: "none" } as const;
  const storage = new LibSQLStore({ id: "storage", url: `file:${folder}/mastra.db` });
  const core = openCore(`${folder}/palimpsest`);
  const failures: unknown[][] = [];
  const memory = new LongTermMemory({
    storage,
    ...options.memory,
    longTerm: {
      memory: core,
      recall: PATIENTLY,
      onError: (...failure) => failures.push(failure),
      ...options.longTerm,
    },
  });
  const config: AgentConfig & { model: MastraModelConfig } = {
    id: "assistant",
    name: "Assistant",
    description: "Helps.",
    instructions: "Be kind.",
    model,
    memory,
    ...options.agent,
  };
  const agent = new Agent(config);
  const mastra = new Mastra({ agents: { assistant: agent }, storage, logger: false });
  onTestFinished(async () => {
    await memory.settled();
    await server.close();
  });

  return {
    agent,
    memory,
    mastra,
    core,
    storage,
    model,
    server,
    folder,
    /** What its model was asked, in order. */
    requests,
    /** What `onError` was told. */
    failures,
    /** Has a turn, and waits until it is learned from. */
    say: async (
      text: string,
      place: Place = {},
      call: Omit<AgentExecutionOptions, "memory"> = {},
    ): Promise<string> => {
      const { text: answer } = await agent.generate(text, { ...call, memory: at(place) });
      await memory.settled();
      return answer;
    },
    facts: (userId = "user-1") => listFacts(core, userId),
    turns: (userId = "user-1") => listTurns(core, userId),
  };
}

/** Where a turn happens. Default: thread `t1` of `user-1`. */
export interface Place {
  thread?: string;
  resource?: string;
}

/** The option `memory` of a call. */
export function at({ thread = "t1", resource = "user-1" }: Place = {}) {
  return { thread, resource };
}

/** All that is remembered of a user, in the order in which it was learned. */
async function listFacts(core: CoreMemory, userId: string): Promise<string[]> {
  const { results } = await core.list({ userId, include: "subtree" });
  return results.map(({ memory }) => memory);
}

/** The exchanges that were learned from, each as its messages. */
async function listTurns(core: CoreMemory, userId: string): Promise<string[][]> {
  const { results } = await core.episodes({ userId, include: "subtree" });
  return results.map(({ messages }) => messages.map(({ role, content }) => `${role}: ${content}`));
}
