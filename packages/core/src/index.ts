export type { AddOptions } from "./add/add.ts";
export type { AddResult } from "./add/attempt-episode.ts";
export type { ExchangeOptions } from "./add/read-exchange.ts";
export type { DeleteAllOptions } from "./edit/delete.ts";
export type { PutOptions } from "./edit/put.ts";
export type { MemoryPatch } from "./edit/update.ts";
export type { EditReport, EditResult } from "./edit/write-by-hand.ts";
export type { BudgetOptions, Budgets, CallBudget, DayBudget } from "./calls/budgets.ts";
export type { CircuitState, Service } from "./calls/circuits.ts";
export {
  BudgetError,
  ClosedError,
  EmbeddingError,
  InvalidInputError,
  MemoryError,
  MemoryNotFoundError,
  ModelCallError,
  ModelOutputError,
  RedactionError,
  StoreError,
  type MemoryErrorCode,
  type ModelStep,
} from "./errors.ts";
export type { RetryOptions, RetryResult } from "./episodes/retry-pending.ts";
export type { EventListener, MemoryEvent } from "./events.ts";
export type { ForgetOptions } from "./forget/forget.ts";
export type { PathOptions } from "./graph/path.ts";
export type { RelatedEntity, RelatedOptions } from "./graph/related.ts";
export type { RelationStep } from "./graph/walk-graph.ts";
export { lanceDBStore, type LanceDBStoreOptions } from "./lancedb/lancedb-store.ts";
export type { Recovery } from "./lancedb/recovery/recover-table.ts";
export type { EpisodesOptions } from "./look-up/episodes.ts";
export type { Filters, FilterTest, FilterValue } from "./look-up/filters.ts";
export type { Include } from "./look-up/include.ts";
export type { MemoryInfo } from "./look-up/info.ts";
export type { CountOptions, ListOptions, Page } from "./look-up/list.ts";
export type { ScopesOptions, ScopeSummary } from "./look-up/scopes.ts";
export { createMemory, type Memory } from "./memory.ts";
export { httpReranker, type HttpRerankerOptions } from "./models/http-reranker.ts";
export { lexicalEmbedder } from "./models/lexical-embedder.ts";
export { localModel } from "./models/local/local-model.ts";
export { modelReranker, type ModelRerankerOptions } from "./models/model-reranker.ts";
export { openaiEmbedder, type OpenAIEmbedderOptions } from "./models/openai-embedder.ts";
export { openai, type OpenAIOptions } from "./models/openai.ts";
export {
  transformersEmbedder,
  type TransformersEmbedderOptions,
} from "./models/transformers-embedder.ts";
export {
  transformersReranker,
  type TransformersRerankerOptions,
} from "./models/transformers-reranker.ts";
export type { Condition } from "./ports/condition.ts";
export type { Embedder } from "./ports/embedder.ts";
export type { Amendment, Erasure } from "./ports/erasure.ts";
export type {
  JSONSchema,
  LanguageModel,
  ModelAnswer,
  ModelRequest,
  ModelTool,
} from "./ports/language-model.ts";
export type {
  EmbeddingSpace,
  MaintenanceReport,
  MaintenanceRun,
  MemoryStore,
  MemoryTable,
  Move,
  OpenStore,
  Query,
  ScopeCount,
  ScopePage,
  StoreDescription,
  Table,
  TableDescription,
  TableMaintenance,
  TableName,
  Tally,
  Whose,
  WordedTable,
} from "./ports/memory-store.ts";
export type {
  DecisionRow,
  EpisodeRow,
  SessionRow,
  StoredRow,
  Vector,
  VersionRow,
} from "./ports/stored-rows.ts";
export type { ProfileOptions } from "./profile/profile.ts";
export type { Redacted } from "./redact/create-redactor.ts";
export type { CredentialKind, PiiKind, RedactedKind } from "./redact/kinds.ts";
export type { RedactHook, RedactOption, RedactOptions } from "./redact/read-redact-option.ts";
export type { Reranker } from "./ports/reranker.ts";
export type {
  Actor,
  AddReport,
  Change,
  Decision,
  Episode,
  ExchangeMatch,
  ForgetReceipt,
  Json,
  MemoryId,
  MemoryKind,
  MemoryMatch,
  MemoryRecord,
  MemoryStatus,
  MemoryVersion,
  Message,
  MessagePart,
  Operation,
  Origin,
  Relation,
  TextMessage,
  Usage,
} from "./record.ts";
export { renderMemories, type RenderOptions } from "./render/render-memories.ts";
export type { ReembedOptions } from "./reembed/reembed.ts";
export { fromScopeKey, type Scope } from "./scope.ts";
export type { ContextOptions } from "./search/context.ts";
export type { SearchOptions } from "./search/search-options.ts";
export type { SearchResult } from "./search/search.ts";
export type { Limits, MemoryOptions } from "./settings.ts";
export type { ExportOptions } from "./transfer/export.ts";
export type { ImportOptions, ImportProgress, ImportResult } from "./transfer/import.ts";
export type { TextSource } from "./transfer/split-json.ts";
