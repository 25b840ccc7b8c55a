import { Mastra } from "@mastra/core";
import { Agent } from "@mastra/core/agent";
import { LibSQLStore } from "@mastra/libsql";
import { createMemory } from "@palimpsest/core";
import { LongTermMemory } from "@palimpsest/mastra";

// An absolute path: `mastra dev` and `mastra build` run the server in folders of their own.
const folder = process.env["DATA_FOLDER"] ?? "/var/lib/assistant";

const assistant = new Agent({
  id: "assistant",
  name: "Assistant",
  instructions: "You are a helpful assistant.",
  model: "openai/gpt-4.1-mini",
  memory: new LongTermMemory({
    options: { lastMessages: 20 },
    longTerm: { memory: createMemory({ uri: `${folder}/memories` }) },
  }),
});

export const mastra = new Mastra({
  agents: { assistant },
  storage: new LibSQLStore({ id: "messages", url: `file:${folder}/mastra.db` }),
  bundler: { externals: ["@lancedb/lancedb"] }, // A native addon, which cannot be bundled.
});
