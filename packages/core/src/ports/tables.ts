import type { DecisionRow, EpisodeRow, SessionRow, StoredRow, VersionRow } from "./stored-rows.ts";

/** How a value is stored. */
export type ColumnType =
  | "text"
  | "integer"
  | "boolean"
  | "time"
  | "texts"
  | "json"
  | "bytes"
  | "vector";

export interface Column {
  readonly type: ColumnType;
  readonly optional?: boolean;
  /**
   * Looked up by equality or prefix often enough to deserve an index, which every compaction has to
   * update; whether its values are many or few decides which.
   */
  readonly indexed?: "many" | "few";
  /** What it is called in the store; by default the property's name in snake case. */
  readonly name?: string;
}

const text = { type: "text" } as const;
const indexed = { type: "text", indexed: "many" } as const;
/** A filter by a column without an index looks at it in every row of the scope. */
const state = { type: "text", indexed: "few" } as const;
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
    relations: optional(json),
    metadata: json,
    status: state,
    supersededBy: optional(text),
    pinned: { type: "boolean" },
    expiresAt: optional(time),
    validFrom: time,
    validTo: optional(time),
    recordedAt: time,
    supersededAt: optional(time),
    operation: text,
    decisionId: text,
    reportId: text,
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
    terms: text,
    messageCount: integer,
    at: time,
    recordedAt: time,
    status: state,
    attempts: integer,
    failures: optional(integer),
    attemptedAt: optional(time),
    retryAt: optional(time),
    modelCalls: optional(integer),
    tokens: optional(integer),
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
    reportId: text,
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

/** The tables, by name. */
export const TABLE_NAMES = [
  "memories",
  "episodes",
  "sessions",
  "decisions",
] as const satisfies (keyof typeof TABLES)[];
