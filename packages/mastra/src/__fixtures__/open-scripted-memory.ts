import { createMemory, type Memory } from "@palimpsest/core";
import {
  hashEmbedder,
  type Script,
  scriptedModel,
  type ScriptedModel,
} from "@palimpsest/core/testing";
import { onTestFinished } from "vitest";
import { newFolder } from "./new-folder.ts";

/** A real memory on a folder of its own, in March 2026, whose model says what the script says. */
export async function openScriptedMemory(
  script: Script = {},
): Promise<{ memory: Memory; model: ScriptedModel }> {
  const model = scriptedModel(script);
  const memory = createMemory({
    uri: await newFolder(),
    model,
    embedder: hashEmbedder(),
    durability: "os",
    now: () => new Date("2026-03-01T12:00:00.000Z"),
  });
  onTestFinished(() => memory.close());
  return { memory, model };
}
