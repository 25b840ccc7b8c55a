// A program of somebody who installed the packages: run by plain Node, with the packed files only.
import { Mastra } from "@mastra/core";
import { Agent } from "@mastra/core/agent";
import { LibSQLStore } from "@mastra/libsql";
import { createMemory } from "@palimpsest/core";
import { fromMastraEmbedding, fromMastraModel, LongTermMemory } from "@palimpsest/mastra";

const connection = { url: process.argv[2], apiKey: "test" };
const core = createMemory({
  uri: "./memory",
  model: fromMastraModel({ id: "own/gpt-4.1-nano", ...connection }),
  embedder: fromMastraEmbedding(
    { id: "own/text-embedding-3-small", ...connection },
    { dimensions: 1_536 },
  ),
});
const storage = new LibSQLStore({ id: "storage", url: "file:./mastra.db" });
const memory = new LongTermMemory({ storage, longTerm: { memory: core, tools: true } });
const agent = new Agent({
  id: "assistant",
  name: "Assistant",
  instructions: "Help.",
  model: { id: "own/gpt-4.1-mini", ...connection },
  memory,
});
const mastra = new Mastra({ agents: { agent }, storage, logger: false });

async function say(thread, words) {
  const output = await mastra
    .getAgent("agent")
    .stream(words, { memory: { thread, resource: "alice" } });
  const text = await output.text;
  await memory.settled();
  return { text, found: (await output.toolResults).map(({ payload }) => payload.result) };
}

const count = () => core.count({ userId: "alice", include: "subtree" });

await say("t1", "I live in Berlin.");
const { text, found } = await say("t2", "Where do I live?");
const before = await count();
await memory.deleteThread("t1");
const after = await count();
await core.close();

const texts = found.flatMap(({ memories }) => memories.map((match) => match.text));
console.log(JSON.stringify({ text, found: texts, counts: [before, after] }));
