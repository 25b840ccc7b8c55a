import { readFile } from "node:fs/promises";
import { createMemory } from "@palimpsest/core";

const memory = createMemory();

// What `getAll` of mem0 gave, as JSON: { results: [{ id, memory, user_id, created_at, … }] }
const { imported, skipped } = await memory.import(await readFile("mem0.json", "utf8"));
console.log(imported.versions, skipped);

const alice = { userId: "alice" };
await memory.add("I moved to Munich.", alice);
console.log((await memory.list(alice)).results.map((record) => record.memory));
await memory.close();
