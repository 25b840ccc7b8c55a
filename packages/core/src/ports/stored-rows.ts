import type {
  Actor,
  Json,
  MemoryKind,
  MemoryStatus,
  Operation,
  Origin,
  Relation,
} from "../record.ts";
import type { ScopeColumns } from "../scope.ts";

/** The numbers of an embedding. */
export type Vector = readonly number[] | Float32Array;

/** What every row has: a key of its table, and the count of its writes, which conditions stand on. */
export interface StoredRow extends ScopeColumns {
  key: string;
  revision: number;
}

/**
 * One version of a memory. A row is written once, and once more when it is superseded.
 *
 * Versions form lineages: a line of versions each of which took the last one's place, usually all
 * of one memory, and of another from where a contradicting fact became the successor. Its newest
 * version, the head, is the one without `supersededAt`. The key is lineage and slot, so two writers
 * that continue the same head want the same key, and one of them is refused. So do two that begin a
 * lineage of one name: `add` names it after scope and text, all others after the memory's id.
 */
export interface VersionRow extends StoredRow {
  lineage: string;
  /** Position in the lineage, from 1. */
  slot: number;
  memoryId: string;
  /** Counts the versions of this memory, from 1. */
  version: number;
  /** Digest of the normalised text. */
  hash: string;
  text: string;
  /** What `findByTerms` looks for, separated by spaces. */
  terms: string;
  /** Absent on reading, unless asked for. */
  vector?: Vector;
  kind: MemoryKind;
  subject?: string;
  attribute?: string;
  value?: string;
  cardinality?: "one" | "many";
  entities: string[];
  relations?: readonly Relation[];
  metadata: Record<string, Json>;
  status: MemoryStatus;
  supersededBy?: string;
  pinned: boolean;
  expiresAt?: Date;
  validFrom: Date;
  validTo?: Date;
  recordedAt: Date;
  supersededAt?: Date;
  operation: Operation;
  decisionId: string;
  reportId: string;
  reason: string;
  actor: Actor;
  model?: string;
  origin: Origin;
  episodeIds: string[];
  quote?: string;
  importance?: number;
  /** The id of the embedding model that made the vector. */
  embedder: string;
}

/** A verbatim exchange and how far it got. Its key is derived from its idempotency key, if it has one. */
export interface EpisodeRow extends StoredRow {
  /** JSON of the messages. */
  messages: string;
  /** What `findByTerms` looks for in them, separated by spaces. */
  terms: string;
  messageCount: number;
  at: Date;
  recordedAt: Date;
  status: "processed" | "pending" | "dead";
  attempts: number;
  /** Attempts that failed because of the exchange itself, since it was last taken up by hand. */
  failures?: number;
  attemptedAt?: Date;
  /** Not taken up by itself before. Absent: due at once. */
  retryAt?: Date;
  /** What attempts cost on the day of `attemptedAt`. */
  modelCalls?: number;
  /** What attempts cost on the day of `attemptedAt`, in both directions. */
  tokens?: number;
  errorCode?: string;
  errorMessage?: string;
  /** JSON of what `add` was given beside the messages, for the retry. */
  request: string;
  /** The process that works on it. */
  claimedBy?: string;
  claimedUntil?: Date;
}

/** The rolling summary of one conversation. */
export interface SessionRow extends StoredRow {
  /** `""` while nobody has said anything that would be worth one. */
  summary: string;
  /** Everything recorded up to here is in the summary. */
  summarizedUntil: Date;
  /** Messages that the summary covers. */
  messageCount: number;
}

/** One decision of the log, which is only ever added to. */
export interface DecisionRow extends StoredRow {
  reportId: string;
  episodeId?: string;
  operation: Operation;
  proposed?: Operation;
  fact?: string;
  target?: string;
  memory?: string;
  reason: string;
  actor: Actor;
  model?: string;
  decidedAt: Date;
  /** Of the whole report. */
  inputTokens: number;
  /** Of the whole report. */
  outputTokens: number;
  /** Of the whole report. */
  durationMs: number;
}
