// Moves what a plain Memory holds, twice, and prints what is remembered of both threads.
import { LibSQLStore } from "@mastra/libsql";
import { Memory } from "@mastra/memory";
import { createMemory } from "@palimpsest/core";
import { LongTermMemory } from "@palimpsest/mastra";
import { moveThreads } from "./move-threads.ts";

const storage = new LibSQLStore({ id: "messages", url: "file:./mastra.db" });
const plain = new Memory({ storage });
for (const thread of ["t1", "t2"]) {
  await plain.createThread({ threadId: thread, resourceId: `user-of-${thread}` });
  const said = ["user", "assistant", "user"].map((role, index) => ({
    id: `${thread}-${index}`,
    role,
    threadId: thread,
    resourceId: `user-of-${thread}`,
    createdAt: new Date(2026, 0, 1, 12, index),
    content: { format: 2, parts: [{ type: "text", text: `Words ${index} of ${thread}.` }] },
  }));
  await plain.saveMessages({ messages: said });
}

const memory = new LongTermMemory({ storage, longTerm: { memory: createMemory() } });
await moveThreads(memory);
await moveThreads(memory);
const turns = [];
for (const userId of ["user-of-t1", "user-of-t2"]) {
  const { results } = await memory.longTerm.episodes({ userId, include: "subtree" });
  turns.push(...results.map(({ messages, sessionId }) => [sessionId, messages.length]));
}
console.log(JSON.stringify(turns));
await memory.longTerm.close();
