export {
  answerTool,
  isRefused,
  type CallScope,
  type Refused,
  type ToolCallOptions,
} from "./answer-tool.ts";
export { attachDocuments } from "./attach-documents.ts";
export { callBack } from "./call-back.ts";
export {
  CHECK,
  checkOptions,
  isObject,
  memoryWith,
  needMemory,
  oneOf,
  type Check,
  type Checks,
} from "./check-options.ts";
export { cutQuery } from "./cut-query.ts";
export { createBackground, type Background, type BackgroundOptions } from "./background.ts";
export { report, type AdapterFailure, type OnAdapterError } from "./failure.ts";
export { readScope } from "./read-scope.ts";
export { recall, type RecallOptions } from "./recall.ts";
export { rememberNote, type Note } from "./remember-note.ts";
export {
  explainNothing,
  showChanges,
  showMemory,
  type ShownChanges,
  type ShownMemory,
} from "./show-memory.ts";
export { unlessAborted } from "./unless-aborted.ts";
export {
  EmbeddingError,
  InvalidInputError,
  MemoryError,
  ModelCallError,
  ModelOutputError,
} from "../errors.ts";
export { createKeyedMutex, type KeyedMutex } from "../keyed-mutex.ts";
export { readRetryAfter } from "../models/read-retry-after.ts";
export { readToolCall, type ModelReply, type StoppedBy } from "../models/read-tool-call.ts";
export { renderMemories } from "../render/render-memories.ts";
export { separateRecalled } from "../render/separate-recalled.ts";
export { ownerKey, parseScope, scopeKey } from "../scope.ts";
export { toDay } from "../to-day.ts";
export { neutralizeLine } from "../trust/neutralize-text.ts";
export { renderContext, type RenderedContext } from "../search/render-context.ts";
