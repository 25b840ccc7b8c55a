import { createMemory } from "@palimpsest/core";
import { chooseModel } from "./choose-model.ts";
import { startServer } from "./start-server.ts";

const FOLDER = new URL("../../.palimpsest/", import.meta.url).pathname;

const memory = createMemory({ uri: process.env["PALIMPSEST_URI"] ?? FOLDER });
const chatModel = chooseModel(process.env);
const port = Number(process.env["PORT"] ?? 4400);
const server = await startServer({ memory, chatModel, port });
console.log(`The chat is at ${server.url} (answers: ${chatModel.modelId}). Ctrl+C ends it.`);

async function stop(): Promise<void> {
  await server.close();
  await memory.close();
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
