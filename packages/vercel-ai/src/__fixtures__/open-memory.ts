import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemory, type Memory } from "@palimpsest/core";
import { hashEmbedder, type Script, scriptedModel } from "@palimpsest/core/testing";
import { onTestFinished } from "vitest";

/** A memory on a folder of its own; `reopen` gives another on the same, as a second process has it. */
export async function openMemory(
  script: Script = {},
): Promise<{ memory: Memory; reopen: () => Memory }> {
  const uri = await mkdtemp(join(tmpdir(), "palimpsest-test-"));
  onTestFinished(() => rm(uri, { recursive: true, force: true }));
  const open = (): Memory => {
    const memory = createMemory({
      uri,
      model: scriptedModel(script),
      embedder: hashEmbedder(),
      durability: "os",
    });
    onTestFinished(() => memory.close());
    return memory;
  };
  return { memory: open(), reopen: open };
}
