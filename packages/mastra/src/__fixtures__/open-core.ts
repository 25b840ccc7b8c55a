import { createMemory, lexicalEmbedder, localModel, type Memory } from "@palimpsest/core";

/** A memory of core in a folder, which learns by rules and needs neither key nor network. */
export function openCore(uri: string): Memory {
  return createMemory({
    uri,
    model: localModel(),
    embedder: lexicalEmbedder(),
    // What a power cut would do is tested in core.
    durability: "os",
  });
}
