// A process that adds facts to a user's memory whenever its parent names some, and tells the operations.
import { on } from "node:events";
import { createMemory } from "../memory.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { scriptedModel } from "../testing/scripted-model.ts";

const [uri = "", userId = ""] = process.argv.slice(2);
const model = scriptedModel();
const memory = createMemory({ uri, model, embedder: hashEmbedder(), durability: "os" });
await memory.info();
process.send?.("ready");
for await (const [given] of on(process, "message", { close: ["disconnect"] })) {
  const texts = given as string[];
  model.follow({ record_facts: [{ facts: texts.map((text) => ({ text })) }] });
  const { report } = await memory.add(texts.join(". "), { userId });
  process.send?.(report.decisions.map(({ operation }) => operation));
}
await memory.close();
