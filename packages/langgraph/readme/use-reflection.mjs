// Two turns of one thread, and then the end of the process.
import { createMemory } from "@palimpsest/core";
import { reflect, shutDown } from "./reflection.ts";

const config = { configurable: { user_id: "alice", thread_id: "monday" } };
for (const content of ["I live in Berlin.", "It rains."]) {
  reflect({ messages: [{ role: "user", content }] }, config);
}
await shutDown();
const memory = createMemory();
const { results } = await memory.episodes({ userId: "alice", include: "subtree" });
await memory.close();
console.log(JSON.stringify(results.map(({ messages }) => messages.map(({ content }) => content))));
