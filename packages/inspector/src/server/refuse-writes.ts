import { type MemoryStore, StoreError } from "@palimpsest/core";

/** What may be done to a store beside reading it. Default: nothing. */
export interface Rights {
  mayErase?: boolean | undefined;
  /** Whether memories that are there may get new versions, each with its decision in the log. */
  mayDecide?: boolean | undefined;
}

/** A store of which everything can be read, and nothing changed but by these rights. */
export function refuseWrites(store: MemoryStore, { mayErase, mayDecide }: Rights): MemoryStore {
  const { memories, episodes, sessions, decisions } = store;
  const readOnly = { append: refuse, insert: refuse, merge: refuse };
  return {
    ...store,
    memories: {
      ...memories,
      ...readOnly,
      ...(mayDecide && { merge: async (rows) => memories.merge(rows) }),
    },
    // Never written: what waits there is the application's to take up, with a model of its own.
    episodes: { ...episodes, ...readOnly },
    sessions: { ...sessions, ...readOnly },
    decisions: {
      ...decisions,
      ...readOnly,
      ...(mayDecide && { append: async (rows) => decisions.append(rows) }),
    },
    erase: mayErase ? (erasure) => store.erase(erasure) : refuse,
    moveTo: refuse,
    maintain: refuse,
  };
}

async function refuse(): Promise<never> {
  throw new StoreError("The inspector only looks: nothing is written.", { operation: "write" });
}
