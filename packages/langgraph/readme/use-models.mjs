// The memory of the README: LangChain's models read, judge and embed.
import { memory } from "./models.ts";

const { results } = await memory.add("I live in Berlin.", { userId: "alice" });
const found = await memory.search("Where does the user live?", { userId: "alice" });
const { model, embedder } = await memory.info();
await memory.close();
console.log(
  JSON.stringify({ learned: results.length, found: found.results.length, model, embedder }),
);
