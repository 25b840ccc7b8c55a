import { createMemory, lanceDBStore, type Memory, type MemoryStore } from "@palimpsest/core";
import { rethrow } from "./rethrow.ts";
import { createBenchModel, type BenchModel } from "./bench-model.ts";
import type { Corpus } from "./corpus.ts";

/** A memory on a folder whose models take no time, and the store that it uses. */
export interface BenchMemory {
  memory: Memory;
  store: MemoryStore;
  model: BenchModel;
}

/** Opens a memory with the vectors of a corpus. What fails behind its calls ends the process. */
export async function openBenchMemory(corpus: Corpus, uri: string): Promise<BenchMemory> {
  const model = createBenchModel();
  const openStore = lanceDBStore({ uri, onMaintenanceError: rethrow });
  let store: MemoryStore | undefined;
  const memory = createMemory({
    model,
    embedder: corpus.embedder,
    store: async (space) => (store = await openStore(space)),
    onEvent: (event) => {
      if (event.type === "background-failed") rethrow(event.error);
    },
  });
  await memory.info();
  if (store === undefined) throw new Error("The memory opened no store.");
  return { memory, store, model };
}
