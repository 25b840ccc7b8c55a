export { LanceDBSaver, type LanceDBSaverOptions } from "./saver/lancedb-saver.ts";
export { LanceDBStore } from "./store/lancedb-store.ts";
export type { EmbedSource } from "./store/text-embedder.ts";
export type { IndexOptions, LanceDBStoreOptions, TtlOptions } from "./store/options.ts";
