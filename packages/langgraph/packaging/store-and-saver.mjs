// Store and saver where nothing else of LangGraph and LangChain is installed than what they are made of.
import { emptyCheckpoint, uuid6 } from "@langchain/langgraph-checkpoint";
import { LanceDBSaver, LanceDBStore } from "@palimpsest/langgraph";

const store = new LanceDBStore({
  uri: "./memory",
  index: {
    dims: 2,
    embed: (texts) => texts.map((text) => (text.includes("tea") ? [1, 0] : [0, 1])),
  },
});
await store.put(["drinks"], "a", { name: "green tea" });
await store.put(["drinks"], "b", { name: "coffee" });
const [found] = await store.search(["drinks"], { query: "tea" });

const saver = new LanceDBSaver({ uri: "./memory" });
const thread = { configurable: { thread_id: "t" } };
const checkpoint = {
  ...emptyCheckpoint(),
  id: uuid6(0),
  channel_values: { count: 1 },
  channel_versions: { count: 1 },
};
const config = await saver.put(
  thread,
  checkpoint,
  { source: "loop", step: 0, parents: {} },
  { count: 1 },
);
await saver.putWrites(config, [["count", 2]], "task");
const tuple = await saver.getTuple(thread);
await store.stop();
await saver.end();
console.log(
  JSON.stringify({
    found: found.key,
    count: tuple.checkpoint.channel_values.count,
    writes: tuple.pendingWrites,
  }),
);
