import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Mastra } from "@mastra/core";
import { Agent } from "@mastra/core/agent";
import { LibSQLStore } from "@mastra/libsql";
import { type Change, createMemory, lexicalEmbedder } from "@palimpsest/core";
import { LongTermMemory } from "@palimpsest/mastra";
import type { ChosenModel } from "./choose-model.ts";
import { createSuggestWorkflow } from "./suggest-workflow.ts";

/** An agent with memory, and a workflow that asks it. */
export type Assistant = ReturnType<typeof openAssistant>;

/** Opens what a folder holds: messages in SQLite, memories in LanceDB. */
export function openAssistant({ folder, model }: { folder: string; model: ChosenModel }) {
  mkdirSync(folder, { recursive: true });
  const core = createMemory({
    uri: join(folder, "memories"),
    model: model.memory,
    embedder: lexicalEmbedder(),
  });
  const learned: string[] = [];
  const recalled: string[] = [];
  const memory = new LongTermMemory({
    storage: new LibSQLStore({ id: "messages", url: `file:${join(folder, "messages.db")}` }),
    options: { lastMessages: 10 },
    longTerm: {
      memory: core,
      onRecall: ({ memories }) => recalled.push(...memories.map((match) => match.memory)),
      onRemember: ({ results }) => learned.push(...results.map(toLine)),
    },
  });
  const agent = new Agent({
    id: "assistant",
    name: "Assistant",
    instructions: "You are a helpful assistant. Answer in one or two sentences.",
    model: model.agent,
    memory,
  });
  const mastra = new Mastra({
    agents: { assistant: agent },
    workflows: { suggest: createSuggestWorkflow(core) },
    logger: false,
  });

  return {
    mastra,
    memory,
    notice: model.notice,
    /** What was recalled since the last time that somebody asked. */
    takeRecalled: () => recalled.splice(0),
    /** What was learned since then, once all work behind answers is done. */
    async takeLearned(): Promise<string[]> {
      await memory.settled();
      return learned.splice(0);
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await memory.settled();
      await core.close();
    },
  };
}

function toLine({ event, memory, previousMemory, supersededBy }: Change): string {
  if (event === "DELETE" && supersededBy === undefined) return `no longer: ${memory}`;
  return previousMemory === undefined ? memory : `${memory} (until now: ${previousMemory})`;
}
