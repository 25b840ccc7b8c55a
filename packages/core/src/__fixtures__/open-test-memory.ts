import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { MemoryEvent } from "../events.ts";
import { createMemory, type Memory } from "../memory.ts";
import type { MemoryOptions } from "../settings.ts";
import { hashEmbedder } from "../testing/hash-embedder.ts";
import { scriptedModel, type Script, type ScriptedModel } from "../testing/scripted-model.ts";

/** A memory on a real LanceDB folder of its own, with everything that a test wants to look at. */
export interface TestMemory {
  memory: Memory;
  model: ScriptedModel;
  events: MemoryEvent[];
  uri: string;
  /** Another memory on the same folder, as a second process would have it. */
  readonly reopen: (options?: MemoryOptions) => Memory;
}

/** The clock of test memories starts here and goes on by a second with each look. */
export const START = new Date("2026-03-01T12:00:00.000Z");

/** Opens a memory with a scripted model; it is closed and its folder removed when the test is over. */
export async function openTestMemory({
  script = {},
  ...options
}: MemoryOptions & { script?: Script } = {}): Promise<TestMemory> {
  const uri = await newFolder();
  const model = scriptedModel(script);
  const events: MemoryEvent[] = [];
  let time = START.getTime();
  const open = (others: MemoryOptions = {}): Memory => {
    const memory = createMemory({
      uri,
      model,
      embedder: hashEmbedder(),
      // What a power cut would do is tested in lancedb/.
      durability: "os",
      now: () => new Date((time += 1_000)),
      onEvent: (event) => events.push(event),
      ...options,
      ...others,
    });
    onTestFinished(() => memory.close());
    return memory;
  };
  return { memory: open(), model, events, uri, reopen: open };
}

/** An empty folder that is removed when the test is over. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "palimpsest-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
