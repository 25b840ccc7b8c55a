export { inMemoryStore } from "../in-memory/in-memory-store.ts";
export { describeMemoryStore, type MemoryStoreHarness } from "./describe-memory-store.ts";
export { hashEmbedder } from "./hash-embedder.ts";
export {
  scriptedModel,
  type Script,
  type ScriptedModel,
  type ScriptedReply,
} from "./scripted-model.ts";
