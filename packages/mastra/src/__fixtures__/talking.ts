// A process that has turns with an agent, one after another, and tells its parent of each that it has
// learned from. A turn that says so makes the memory's model think for ever.
import { createMemory, lexicalEmbedder, localModel } from "@palimpsest/core";
import { Agent } from "@mastra/core/agent";
import { LibSQLStore } from "@mastra/libsql";
import { LongTermMemory } from "../index.ts";

/** What the process is to do. */
export interface Talk {
  folder: string;
  /** Where its model is. */
  url: string;
  thread: string;
  turns: string[];
}

const { folder, url, thread, turns } = JSON.parse(process.argv[2] ?? "") as Talk;
const local = localModel();
const core = createMemory({
  uri: `${folder}/palimpsest`,
  model: {
    id: local.id,
    async generate(request) {
      if (!JSON.stringify(request.messages).includes("think for ever")) {
        return local.generate(request);
      }
      process.send?.("thinks");
      return new Promise(() => {});
    },
  },
  embedder: lexicalEmbedder(),
});
const storage = new LibSQLStore({ id: "storage", url: `file:${folder}/${thread}.db` });
const memory = new LongTermMemory({
  storage,
  longTerm: { memory: core, capture: "inline", recall: { timeoutMs: 20_000 } },
});
const agent = new Agent({
  id: "assistant",
  name: "Assistant",
  instructions: "Be kind.",
  model: { id: "openai/gpt-4.1-nano", url, apiKey: "none" },
  memory,
});
for (const [index, content] of turns.entries()) {
  const message = { id: `${thread}-${index}`, role: "user" as const, content };
  await agent.generate([message], { memory: { thread, resource: "user-1" } });
  process.send?.(content);
}
await core.close();
process.disconnect();
