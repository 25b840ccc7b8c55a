import {
  createMemory,
  lexicalEmbedder,
  localModel,
  type EventListener,
  type Memory,
} from "@palimpsest/core";

/** A memory on a folder, with the local models: given by name, so that no key in the environment changes them. */
export function openMemory(uri: string, onEvent?: EventListener): Memory {
  return createMemory({ uri, model: localModel(), embedder: lexicalEmbedder(), onEvent });
}
