import { createMemory, type Memory } from "@palimpsest/core";
import {
  hashEmbedder,
  type Script,
  scriptedModel,
  type ScriptedModel,
} from "@palimpsest/core/testing";
import { onTestFinished } from "vitest";
import { newFolder } from "./new-folder.ts";

/**
 * A real memory on a folder of its own, whose model says what the script says; `reopen` gives another on
 * the same folder, as a second process has it.
 */
export async function openTestMemory(
  script: Script = {},
): Promise<{ memory: Memory; model: ScriptedModel; reopen: () => Memory }> {
  const uri = await newFolder();
  const open = (model: ScriptedModel): Memory => {
    const memory = createMemory({
      uri,
      model,
      embedder: hashEmbedder(),
      durability: "os",
      now: () => new Date("2026-03-01T12:00:00.000Z"),
    });
    onTestFinished(() => memory.close());
    return memory;
  };
  const model = scriptedModel(script);
  return { memory: open(model), model, reopen: () => open(scriptedModel(script)) };
}
