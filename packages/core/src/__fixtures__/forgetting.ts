// A process that forgets a user as soon as its parent says so, and then tells what it has forgotten.
import { once } from "node:events";
import { createMemory } from "../memory.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { scriptedModel } from "../testing/scripted-model.ts";

const [uri, userId = ""] = process.argv.slice(2);
const memory = createMemory({ uri, model: scriptedModel(), embedder: hashEmbedder() });
await memory.info();
process.send?.("ready");
await once(process, "message");
const { erased } = await memory.forget({ userId });
await memory.close();
process.send?.(erased);
process.disconnect();
