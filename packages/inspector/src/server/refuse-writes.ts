import { type MemoryStore, StoreError } from "@palimpsest/core";

/** A store of which everything can be read, and nothing changed; with `mayErase`, only erased. */
export function refuseWrites(store: MemoryStore, { mayErase }: { mayErase: boolean }): MemoryStore {
  const readOnly = { append: refuse, insert: refuse, merge: refuse };
  return {
    ...store,
    memories: { ...store.memories, ...readOnly },
    episodes: { ...store.episodes, ...readOnly },
    sessions: { ...store.sessions, ...readOnly },
    decisions: { ...store.decisions, ...readOnly },
    erase: mayErase ? (erasure) => store.erase(erasure) : refuse,
    moveTo: refuse,
    maintain: refuse,
  };
}

async function refuse(): Promise<never> {
  throw new StoreError("The inspector only looks: nothing is written.", { operation: "write" });
}
