import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAI as createOpenAIV3 } from "@ai-sdk/openai-v3";
import { createMem0 } from "@mem0/vercel-ai-provider";
import type { Memory } from "@palimpsest/core";
import { memoryCall, withMemory } from "@palimpsest/vercel-ai";
import { withSupermemory } from "@supermemory/tools/ai-sdk";
import type { LanguageModel } from "ai";
import { rethrow } from "../synthetic/rethrow.ts";
import type { Subject } from "../turns/subject.ts";
import type { MemoryServer } from "./start-memory-server.ts";
import { type ChatCall, streamAnswer } from "./stream-answer.ts";

const MODEL = "bench-model";
const KEY = "none-needed";

/** The same model without memory, with ours, and with the two published adapters that install. */
export function createSubjects({
  memory,
  modelUrl,
  memoryServer,
}: {
  memory: Memory;
  /** The base URL of an OpenAI-compatible server. */
  modelUrl: string;
  /** Our memory, served as theirs. */
  memoryServer: MemoryServer;
}): Subject[] {
  const openai = createOpenAI({ baseURL: modelUrl, apiKey: KEY });
  const openaiV3 = createOpenAIV3({ baseURL: modelUrl, apiKey: KEY });
  const remembering = withMemory(openai.chat(MODEL), { memory, onError: rethrow });
  const mem0 = createMem0({
    provider: "openai",
    apiKey: KEY,
    mem0ApiKey: KEY,
    config: { baseURL: modelUrl },
  });
  const overHttp = (
    name: string,
    modelFor: (userId: string, memoryUrl: string) => LanguageModel,
  ): Subject => {
    let added = Promise.resolve();
    const callFor = (userId: string) => {
      added = memoryServer.nextAddition();
      return { model: modelFor(userId, memoryServer.url) };
    };
    return toSubject(name, callFor, async () => {
      await added;
      await memory.idle();
    });
  };
  return [
    toSubject(
      "no memory",
      () => ({ model: openai.chat(MODEL) }),
      async () => {},
    ),
    toSubject(
      "palimpsest",
      (userId) => ({ model: remembering, ...memoryCall({ userId }) }),
      async () => {
        await remembering.flush();
        await memory.idle();
      },
    ),
    overHttp("@mem0/vercel-ai-provider 3.0.2", (userId, host) =>
      mem0.chat(MODEL, { user_id: userId, host }),
    ),
    overHttp("@supermemory/tools 2.3.0", (userId, baseUrl) =>
      withSupermemory(openaiV3.chat(MODEL), {
        apiKey: KEY,
        baseUrl,
        containerTag: userId,
        customId: `${userId}-chat`,
        mode: "query",
        addMemory: "always",
      }),
    ),
  ];
}

function toSubject(
  name: string,
  callFor: (userId: string) => ChatCall,
  settle: () => Promise<void>,
): Subject {
  return {
    name,
    answer: ({ userId, question }) => streamAnswer(callFor(userId), question),
    settle,
  };
}
