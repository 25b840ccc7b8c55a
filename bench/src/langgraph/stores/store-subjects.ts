import { type BaseStore, InMemoryStore } from "@langchain/langgraph-checkpoint";
import { LanceDBStore } from "@palimpsest/langgraph";
import type { ItemTexts } from "./item-texts.ts";
import { LookUpEmbeddings } from "./look-up-embeddings.ts";

/** Somebody who keeps items. */
export interface StoreSubject {
  readonly name: string;
  readonly store: BaseStore;
  /** What its users do after a large import. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The names of LangGraph's and of ours. */
export const EXACT_STORE = "InMemoryStore";
export const OUR_STORE = "LanceDBStore";

/** LangGraph's store, which looks at every item and so is always right; and ours, in a folder. */
export function openStores({ embedder }: ItemTexts, uri: string): [StoreSubject, StoreSubject] {
  const { dimensions: dims } = embedder;
  const index = { dims, embeddings: new LookUpEmbeddings(embedder), fields: ["text"] };
  const ours = new LanceDBStore({ uri, index });
  return [
    {
      name: EXACT_STORE,
      store: new InMemoryStore({ index }),
      settle: async () => {},
      close: async () => {},
    },
    {
      name: OUR_STORE,
      store: ours,
      async settle() {
        await ours.maintain();
      },
      close: () => ours.stop(),
    },
  ];
}
