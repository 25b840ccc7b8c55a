export { LanceDBSaver, type LanceDBSaverOptions } from "./saver/lancedb-saver.ts";
export { LanceDBStore } from "./store/lancedb-store.ts";
export type { EmbedSource } from "./store/text-embedder.ts";
export type { IndexOptions, LanceDBStoreOptions, TtlOptions } from "./store/options.ts";
export { fromLangChain } from "./models/from-langchain.ts";
export {
  fromLangChainEmbeddings,
  type LangChainEmbeddingsOptions,
} from "./models/from-langchain-embeddings.ts";
export {
  createReflectionExecutor,
  type ReflectionExecutor,
  type ReflectionOptions,
} from "./reflection/create-reflection-executor.ts";
export type { Run, RunConfig, ScopeSource } from "./identity.ts";
export type { MessagesState } from "./messages.ts";
