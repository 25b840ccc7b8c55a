// A process that begins to add, tells its parent when the exchange is durable, and never ends.
import { createMemory } from "../memory.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";

const memory = createMemory({
  uri: process.argv[2],
  model: { id: "hangs", generate: async () => new Promise(() => {}) },
  embedder: hashEmbedder(),
});
await memory.add("I like tea", { userId: "alice", mode: "background" });
process.send?.("durable");
setInterval(() => {}, 1_000);
