import { createMemory, lexicalEmbedder, localModel, type Memory } from "@palimpsest/core";
import { onTestFinished } from "vitest";

/**
 * A memory of core in a folder, which learns by rules and needs neither key nor network; it is closed
 * when the test is over.
 */
export function openCore(uri: string): Memory {
  const memory = createMemory({
    uri,
    model: localModel(),
    embedder: lexicalEmbedder(),
    // What a power cut would do is tested in core.
    durability: "os",
  });
  onTestFinished(() => memory.close());
  return memory;
}
