import { fileURLToPath } from "node:url";
import { createMemory } from "@palimpsest/core";
import { chooseModel } from "./choose-model.ts";
import { startServer } from "./start-server.ts";

const FOLDER = fileURLToPath(new URL("../../.palimpsest/", import.meta.url));

const memory = createMemory({ uri: process.env["PALIMPSEST_URI"] ?? FOLDER });
const chatModel = chooseModel(process.env);
const port = Number(process.env["PORT"] ?? 4400);

try {
  const server = await startServer({ memory, chatModel, port });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop(server));
  }
  console.log(`The chat is at ${server.url} (Ctrl+C ends it). Answers: ${chatModel.modelId}.`);
  await openMemory();
} catch (error) {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (!isTaken) throw error;
  console.error(`Port ${port} is taken. Name another: PORT=${port + 1}`);
  process.exitCode = 1;
}

/** Opens it before the first message, which would not wait long. A memory that is down stops nothing. */
async function openMemory(): Promise<void> {
  try {
    const { uri, model } = await memory.info();
    console.log(`Memories are in ${uri}, read and judged by ${model}.`);
  } catch (error) {
    console.error("The memory cannot be opened; the chat goes on without it.", error);
  }
}

async function stop(server: { close(): Promise<void> }): Promise<void> {
  await server.close();
  await memory.close();
}
