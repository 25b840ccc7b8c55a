import { lexicalEmbedder, localModel, type Memory } from "@palimpsest/core";
import { createWeighedMemory } from "@palimpsest/core/testing";
import type { Variant } from "./variants.ts";

/** A memory on a folder, with the local models and the weights of a variant. */
export function openVariant(uri: string, { weights, similarityWeight }: Variant): Memory {
  const embedder = lexicalEmbedder();
  return createWeighedMemory(
    {
      uri,
      model: localModel(),
      embedder: similarityWeight === undefined ? embedder : { ...embedder, similarityWeight },
    },
    weights,
  );
}
