export type { Run, RunConfig, ScopeSource } from "./identity.ts";
export type { MessagesState } from "./messages.ts";
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
