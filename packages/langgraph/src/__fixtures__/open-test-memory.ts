import { createMemory, type LanguageModel, type Memory } from "@palimpsest/core";
import { hashEmbedder, type Script, scriptedModel } from "@palimpsest/core/testing";
import { onTestFinished } from "vitest";
import { newFolder } from "./new-folder.ts";

/** A real memory on a folder of its own, whose model says what the script says, or is this one. */
export async function openTestMemory({
  script = {},
  model = scriptedModel(script),
}: { script?: Script; model?: LanguageModel } = {}): Promise<{ memory: Memory }> {
  const memory = createMemory({
    uri: await newFolder(),
    model,
    embedder: hashEmbedder(),
    durability: "os",
    now: () => new Date("2026-03-01T12:00:00.000Z"),
  });
  onTestFinished(() => memory.close());
  return { memory };
}
