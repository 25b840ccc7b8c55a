import type { Actor, Json, MemoryKind, MemoryStatus, Operation, Origin } from "../record.ts";
import type { Scope, ScopeColumns } from "../scope.ts";
import type { Condition } from "./condition.ts";

/**
 * What core needs from a database: four tables, atomic conditional writes, and two ways to find.
 *
 * Every read names whose rows it wants; a store applies that before everything else and has no
 * way around it. Implementations pass `describeMemoryStore` of `@palimpsest/core/testing`.
 */
export interface MemoryStore {
  readonly memories: MemoryTable;
  readonly episodes: Table<EpisodeRow>;
  readonly sessions: Table<SessionRow>;
  readonly decisions: Table<DecisionRow>;
  /** Figures for operators. */
  describe(): Promise<StoreDescription>;
  /** Finishes what is under way and lets go of the folder. */
  close(): Promise<void>;
}

/** Opens a store for one embedding space. */
export type OpenStore = (space: EmbeddingSpace) => Promise<MemoryStore>;

export interface EmbeddingSpace {
  readonly embedder: string;
  readonly dimensions: number;
}

export interface StoreDescription {
  readonly uri: string;
  /** Rows per table, all scopes and versions. */
  readonly rows: Readonly<Record<TableName, number>>;
}

export type TableName = "memories" | "episodes" | "sessions" | "decisions";

/** Whose rows: those that a query under the scope sees, those of exactly these ids, or all that carry them. */
export type Whose =
  | { readonly type: "visible" | "exact" | "subtree"; readonly scope: Scope }
  /** Every scope's: for the pipeline's own housekeeping, never for an answer. */
  | { readonly type: "everyone" };

export interface Table<ROW extends StoredRow> {
  find(whose: Whose, query?: Query<ROW>): Promise<ROW[]>;
  count(whose: Whose, where?: Condition<ROW>): Promise<number>;
  /** Inserts rows whose keys were never used. All of one call appear at once. */
  append(rows: readonly ROW[]): Promise<void>;
  /**
   * Writes rows as one atomic change, each on its condition: a row of revision 1 only where its
   * key is not there yet, one of revision n only over the stored revision n - 1.
   *
   * Resolves with the keys that were refused, because somebody else was first; those rows were
   * left as they are. Sending the same rows again is harmless, and refuses none that it had written.
   */
  merge(rows: readonly ROW[]): Promise<{ refused: readonly string[] }>;
}

export interface Query<ROW> {
  readonly where?: Condition<ROW> | undefined;
  readonly orderBy?: { readonly column: ColumnOf<ROW>; readonly descending?: boolean } | undefined;
  readonly limit?: number | undefined;
}

/** The memories, with their vectors and words. Rows come without `vector` unless it is asked for. */
export interface MemoryTable extends Table<VersionRow> {
  find(whose: Whose, query?: Query<VersionRow> & { withVector?: boolean }): Promise<VersionRow[]>;
  /** For each vector its nearest rows, nearest first, by cosine; exact, not approximate. */
  findNearest(
    whose: Whose,
    vectors: readonly Vector[],
    query: { where?: Condition<VersionRow>; limit: number },
  ): Promise<{ row: VersionRow; cosine: number }[][]>;
  /** For each list of terms the rows that hold most of them, best first, by BM25. */
  findByTerms(
    whose: Whose,
    termLists: readonly (readonly string[])[],
    query: { where?: Condition<VersionRow>; limit: number },
  ): Promise<{ row: VersionRow; bm25: number }[][]>;
}

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
 * that continue the same head want the same key, and one of them is refused.
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
  messageCount: number;
  at: Date;
  recordedAt: Date;
  status: "processed" | "pending" | "dead";
  attempts: number;
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

export type ColumnOf<ROW> = Exclude<keyof ROW & string, "vector">;

/** How a value is stored. */
export type ColumnType = "text" | "integer" | "boolean" | "time" | "texts" | "json" | "vector";

export interface Column {
  readonly type: ColumnType;
  readonly optional?: boolean;
  /** Looked up by equality or prefix often enough to deserve an index. */
  readonly indexed?: boolean;
  /** What it is called in the store; by default the property's name in snake case. */
  readonly name?: string;
}

const text = { type: "text" } as const;
const indexed = { type: "text", indexed: true } as const;
const integer = { type: "integer" } as const;
const time = { type: "time" } as const;
const json = { type: "json" } as const;
const texts = { type: "texts" } as const;

function optional<TYPE extends Column>(column: TYPE): TYPE & { optional: true } {
  return { ...column, optional: true };
}

const storedRow = {
  key: indexed,
  revision: integer,
  scope: indexed,
  userId: optional(indexed),
  agentId: optional(text),
  sessionId: optional(text),
} satisfies Columns<StoredRow>;

/** The columns of a row type: every property, none forgotten. */
export type Columns<ROW> = { readonly [NAME in keyof Required<ROW> & string]: Column };

/** The tables, column by column: what a store creates and reads. */
export const TABLES = {
  memories: {
    ...storedRow,
    key: { ...indexed, name: "version_id" },
    lineage: indexed,
    slot: integer,
    memoryId: indexed,
    version: integer,
    hash: text,
    text,
    terms: text,
    vector: { type: "vector" },
    kind: text,
    subject: optional(text),
    attribute: optional(text),
    value: optional(text),
    cardinality: optional(text),
    entities: texts,
    metadata: json,
    status: text,
    supersededBy: optional(text),
    pinned: { type: "boolean" },
    expiresAt: optional(time),
    validFrom: time,
    validTo: optional(time),
    recordedAt: time,
    supersededAt: optional(time),
    operation: text,
    decisionId: indexed,
    reportId: indexed,
    reason: text,
    actor: text,
    model: optional(text),
    origin: text,
    episodeIds: texts,
    quote: optional(text),
    importance: optional(integer),
    embedder: text,
  } satisfies Columns<VersionRow>,
  episodes: {
    ...storedRow,
    messages: text,
    messageCount: integer,
    at: time,
    recordedAt: time,
    status: indexed,
    attempts: integer,
    errorCode: optional(text),
    errorMessage: optional(text),
    request: text,
    claimedBy: optional(text),
    claimedUntil: optional(time),
  } satisfies Columns<EpisodeRow>,
  sessions: {
    ...storedRow,
    summary: text,
    summarizedUntil: time,
    messageCount: integer,
  } satisfies Columns<SessionRow>,
  decisions: {
    ...storedRow,
    reportId: indexed,
    episodeId: optional(text),
    operation: text,
    proposed: optional(text),
    fact: optional(text),
    target: optional(text),
    memory: optional(text),
    reason: text,
    actor: text,
    model: optional(text),
    decidedAt: time,
    inputTokens: integer,
    outputTokens: integer,
    durationMs: integer,
  } satisfies Columns<DecisionRow>,
} as const;
