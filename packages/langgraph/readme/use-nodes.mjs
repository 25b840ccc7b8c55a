// Two turns with the graph of the README, in two threads.
import { graph, remember } from "./nodes.ts";

for (const [content, thread_id] of [
  ["I live in Berlin.", "monday"],
  ["Where do I live?", "friday"],
]) {
  const config = { configurable: { user_id: "alice", thread_id } };
  await graph.invoke({ messages: [{ role: "user", content }] }, config);
  await remember.flush();
}
