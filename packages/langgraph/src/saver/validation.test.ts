import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deltaChannelHistoryTests, validate } from "@langchain/langgraph-checkpoint-validation";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LanceDBSaver } from "./lancedb-saver.ts";

const folders = new Map<LanceDBSaver, string>();

const initializer = {
  checkpointerName: "@palimpsest/langgraph",
  async createCheckpointer() {
    const uri = await mkdtemp(join(tmpdir(), "palimpsest-validation-"));
    const saver = LanceDBSaver.fromUri(uri);
    folders.set(saver, uri);
    return saver;
  },
  async destroyCheckpointer(saver: LanceDBSaver) {
    await saver.end();
    await rm(folders.get(saver) ?? "", { recursive: true, force: true });
  },
};

// The suite (1.1.1) is written for globals, and its own vitest is an older one that nothing imports.
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it });
validate(initializer);
deltaChannelHistoryTests(initializer);
