export { LanceDBSaver, type LanceDBSaverOptions } from "./saver/lancedb-saver.ts";
export { LanceDBStore } from "./store/lancedb-store.ts";
export type { EmbedSource } from "./store/embed-texts.ts";
export type { IndexOptions, LanceDBStoreOptions, TtlOptions } from "./store/options.ts";
