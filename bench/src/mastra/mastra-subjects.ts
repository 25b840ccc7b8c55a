import { randomUUID } from "node:crypto";
import { Agent } from "@mastra/core/agent";
import type { OpenAICompatibleConfig } from "@mastra/core/llm";
import type { LibSQLStore } from "@mastra/libsql";
import { Memory } from "@mastra/memory";
import { LongTermMemory } from "@palimpsest/mastra";
import { formatNumber } from "../report/format-number.ts";
import { rethrow } from "../synthetic/rethrow.ts";
import type { Question, Subject } from "../turns/subject.ts";
import type { LongTerm } from "./open-long-term.ts";
import type { SemanticRecall } from "./open-semantic-recall.ts";

/**
 * The same agent without memory, with Mastra's `Memory` alone, with its semantic recall, and with ours,
 * once for each size. All keep their threads in the same storage.
 */
export function createMastraSubjects({
  modelUrl,
  storage,
  recalling,
  longTerm,
}: {
  /** The base URL of an OpenAI-compatible server. */
  modelUrl: string;
  storage: LibSQLStore;
  recalling: SemanticRecall;
  longTerm: readonly LongTerm[];
}): Subject[] {
  const model = { id: "bench/model", url: modelUrl, apiKey: "none-needed" } as const;
  return [
    toSubject("no memory", { model }),
    toSubject("Memory", { model, memory: new Memory({ storage }) }),
    toSubject(`semantic recall, ${formatNumber(recalling.figures.size)}`, {
      model,
      memory: recalling.memory,
    }),
    ...longTerm.map(({ figures, memory: core }) => {
      const memory = new LongTermMemory({
        storage,
        longTerm: { memory: core, onError: rethrow },
      });
      return toSubject(`LongTermMemory, ${formatNumber(figures.size)}`, {
        model,
        memory,
        settle: async () => core.idle(),
      });
    }),
  ];
}

function toSubject(
  name: string,
  {
    model,
    memory,
    settle,
  }: {
    model: OpenAICompatibleConfig;
    memory?: Memory;
    /** What else has to come to rest. */
    settle?: () => Promise<void>;
  },
): Subject {
  const agent = new Agent({
    id: "bench",
    name,
    instructions: "You are a helpful assistant.",
    model,
    ...(memory && { memory }),
  });

  async function* answer({ userId, question }: Question): AsyncGenerator<string> {
    // A new thread each time: what an agent knows of its user is what its memory finds.
    const place = memory && { memory: { resource: userId, thread: randomUUID() } };
    const { fullStream } = await agent.stream(question, {
      ...place,
      modelSettings: { maxRetries: 0 },
    });
    for await (const part of fullStream) {
      if (part.type === "error") throw part.payload.error;
      if (part.type === "text-delta") yield part.payload.text;
    }
  }

  return {
    name,
    answer,
    async settle() {
      await memory?.settled();
      await settle?.();
    },
  };
}
