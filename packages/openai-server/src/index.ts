export type { ChatMessage, ChatReply, ChatRequest, ChatTool, ToolChoice } from "./chat.ts";
export type { EmbeddingRequest } from "./embeddings.ts";
export { CHAT_FAULTS, EMBEDDING_FAULTS } from "./every-fault.ts";
export type { Fault, FaultRule } from "./faults.ts";
export type { LoggedRequest, RequestPath } from "./request-log.ts";
export {
  startOpenAIServer,
  type OpenAIServer,
  type OpenAIServerOptions,
} from "./start-openai-server.ts";
