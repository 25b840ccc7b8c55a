import { createMemory, type Memory } from "@palimpsest/core";
import { LanceDBSaver, LanceDBStore } from "@palimpsest/langgraph";
import { longTermMemory } from "@palimpsest/langgraph/middleware";
import { createAgent, humanInTheLoopMiddleware } from "langchain";
import { z } from "zod";
import type { Models } from "./choose-models.ts";
import { createMailTool } from "./mail-tool.ts";
import { createNoteTools } from "./note-tools.ts";
import { createNotices, type Notices } from "./notices.ts";

/** An agent, and everything that it keeps: all of it in one folder. */
export interface OpenedAgent extends AsyncDisposable {
  agent: Agent;
  /** What is known of people: distilled from what they say, judged, searched. */
  memory: Memory;
  /** Documents as they were put: notes, the outbox, the list of conversations. */
  store: LanceDBStore;
  /** What memory did since it was last asked. */
  notices: Notices;
  models: Models;
  uri: string;
}

type Agent = ReturnType<typeof assembleAgent>;

const INSTRUCTIONS = `You are a helpful assistant in a terminal. Answer in a few sentences of plain text.
Use what you remember of the user where it helps, without listing it; what the user says now counts more.`;

/** Opens an agent at a folder; nothing is read or written before its first call. */
export function openAgent({ uri, models }: { uri: string; models: Models }): OpenedAgent {
  const { embedder } = models;
  const memory = createMemory({ uri, embedder });
  const checkpointer = new LanceDBSaver({ uri });
  const store = new LanceDBStore({
    uri,
    index: {
      dims: embedder.dimensions,
      embeddings: {
        embedDocuments: async (texts) =>
          toLists(await embedder.embed(texts, { purpose: "document" })),
        embedQuery: async (text) =>
          toLists(await embedder.embed([text], { purpose: "query" }))[0] ?? [],
      },
      fields: ["text"],
    },
  });
  const notices = createNotices();
  const agent = assembleAgent({ models, memory, checkpointer, store, notices });
  return {
    agent,
    memory,
    store,
    notices,
    models,
    uri,
    async [Symbol.asyncDispose]() {
      await memory.close();
      await store.stop();
      await checkpointer.end();
    },
  };
}

interface Parts {
  models: Models;
  memory: Memory;
  checkpointer: LanceDBSaver;
  store: LanceDBStore;
  notices: Notices;
}

function assembleAgent({ models, memory, checkpointer, store, notices }: Parts) {
  return createAgent({
    model: models.chat,
    systemPrompt: INSTRUCTIONS,
    contextSchema: z.object({ userId: z.string() }),
    tools: [...createNoteTools(store), createMailTool(store)],
    checkpointer,
    store,
    middleware: [
      humanInTheLoopMiddleware({
        interruptOn: { send_mail: { allowedDecisions: ["approve", "reject"] } },
      }),
      longTermMemory({
        memory,
        // Who may be killed at any moment ends a turn when it is remembered, and not before.
        remember: { mode: "await" },
        onRecall: notices.recalled,
        onRemember: notices.learned,
        onError: notices.failed,
      }),
    ],
  });
}

function toLists(vectors: readonly (readonly number[] | Float32Array)[]): number[][] {
  return vectors.map((vector) => Array.from(vector));
}
