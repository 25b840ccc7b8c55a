import {
  createMemory,
  lanceDBStore,
  lexicalEmbedder,
  type EventListener,
  type Memory,
  type Recovery,
  type VersionRow,
} from "@palimpsest/core";
import { noteModel } from "./note-model.ts";

/** A memory of notes on a folder that others have open, too. */
export function openNotes(uri: string, onEvent?: EventListener): Memory {
  return createMemory({ uri, model: noteModel(), embedder: lexicalEmbedder(), onEvent });
}

/** Every version that a store holds, and what had to be given up to read it. */
export interface StoredNotes {
  readonly rows: readonly VersionRow[];
  readonly recoveries: readonly Recovery[];
}

/** Opens the store below a memory of notes, reads it and closes it. */
export async function readNotes(uri: string): Promise<StoredNotes> {
  const { id: embedder, dimensions } = lexicalEmbedder();
  const recoveries: Recovery[] = [];
  const open = lanceDBStore({ uri, onRecovered: (recovery) => recoveries.push(recovery) });
  const store = await open({ embedder, dimensions });
  try {
    return { rows: await store.memories.find({ type: "everyone" }), recoveries };
  } finally {
    await store.close();
  }
}
