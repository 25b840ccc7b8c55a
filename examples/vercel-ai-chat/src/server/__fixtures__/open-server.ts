import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemory, lexicalEmbedder, localModel, type Memory } from "@palimpsest/core";
import { onTestFinished } from "vitest";
import { scriptedModel } from "../scripted-model/scripted-model.ts";
import { startServer, type ServerOptions } from "../start-server.ts";

/** A memory on disk, of the models that need no key; gone after the test. */
export async function openMemory(): Promise<Memory> {
  const uri = await mkdtemp(join(tmpdir(), "palimpsest-chat-"));
  const memory = createMemory({ uri, model: localModel(), embedder: lexicalEmbedder() });
  // The first search loads the engine, for which an answer would not always wait.
  await memory.search("anything", { userId: "nobody" });
  onTestFinished(async () => {
    await memory.close();
    await rm(uri, { recursive: true, force: true });
  });
  return memory;
}

/** A server over that memory, or over what is given instead; closed after the test. */
export async function openServer(options: Partial<ServerOptions> = {}) {
  const memory = options.memory ?? (await openMemory());
  const chatModel = options.chatModel ?? scriptedModel({ wordDelayMs: 0 });
  const server = await startServer({ ...options, memory, chatModel });
  onTestFinished(async () => server.close());
  return { memory, server, url: server.url };
}
