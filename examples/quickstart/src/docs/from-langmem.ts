import { readFile } from "node:fs/promises";
import { createMemory } from "@palimpsest/core";

const memory = createMemory();

// One file per user: a list of the texts that LangMem's store holds under the user's namespace.
const texts = await readFile("alice.json", "utf8"); // ["User lives in Berlin", "User is vegetarian"]
await memory.import(texts, { scope: { userId: "alice" } });

await memory.add("I moved to Munich.", { userId: "alice" });
console.log((await memory.list({ userId: "alice" })).results.map((record) => record.memory));
await memory.close();
