import type { Redacted } from "./redact/create-redactor.ts";
import type { Scope } from "./scope.ts";

/** A value that survives JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

declare const memoryId: unique symbol;

/** The id of a memory: stable over its versions. Branded, because models see short handles instead. */
export type MemoryId = string & { readonly [memoryId]: true };

/**
 * One message of a conversation, in the OpenAI chat format. Beyond that, the role `document` is for
 * text that nobody in the conversation wrote: a page, a mail, a passage that a search retrieved.
 */
export interface Message {
  readonly role: "system" | "developer" | "user" | "assistant" | "tool" | "function" | "document";
  /** Text, or parts of which the text parts count. */
  readonly content?: string | null | readonly MessagePart[] | undefined;
  readonly name?: string | undefined;
}

/**
 * A part of a message. Text is read, every other part stands as its type, like `[image_url]`. The
 * text of a part of type `document` or `file` is nobody's in the conversation, but a document's.
 */
export interface MessagePart {
  readonly type: string;
  readonly text?: string | undefined;
}

/** A message as the pipeline and the episodes keep it: text only, each document a message of its own. */
export interface TextMessage {
  role: "system" | "user" | "assistant" | "tool" | "document";
  content: string;
  name?: string;
}

/** That one thing stands in a relation to another, like `Anna` – `sister of` – `user`. */
export interface Relation {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** What sort of knowledge a memory is. */
export type MemoryKind = "fact" | "preference" | "event" | "instruction" | "insight";

/** Where a memory's words come from. `user` and `person` are trusted most, and equally. */
export type Origin = "user" | "assistant" | "tool" | "document" | "person";

/** Who decided. */
export type Actor = "model" | "rule" | "person";

/** `current` is what is true now; `quarantined` waits for a person and is not recalled. The others are past. */
export type MemoryStatus = "current" | "superseded" | "retracted" | "quarantined";

/** A memory, as it stands in one of its versions. Absent values are absent, never `null`. */
export interface MemoryRecord {
  id: MemoryId;
  /** The text. */
  memory: string;
  /** Counts from 1. */
  version: number;
  kind: MemoryKind;
  userId?: string;
  agentId?: string;
  sessionId?: string;
  status: MemoryStatus;
  /** The memory that took this one's place. */
  supersededBy?: MemoryId;
  /** Pinned memories are changed by people only, never by inference. */
  pinned: boolean;
  expiresAt?: Date;
  /** From when it is true in the world. */
  validFrom: Date;
  /** Until when it was true in the world. */
  validTo?: Date;
  /** Since when the store knows it. */
  recordedAt: Date;
  /** Since when the store knows better. */
  supersededAt?: Date;
  origin: Origin;
  /** Who or what it is about, `"user"` for the user. */
  subject?: string;
  /** The property that it states, like `home`. */
  attribute?: string;
  /** The property's value, like `Berlin`. */
  value?: string;
  entities: string[];
  /** How what it speaks of stands to each other, where that is known. */
  relations?: readonly Relation[];
  /** The words of the exchange that it rests on. */
  quote?: string;
  /** The exchanges that it came from. */
  episodeIds: string[];
  metadata: Record<string, Json>;
}

/** A memory that a query found. */
export type MemoryMatch = MemoryRecord & {
  /** 0…1, higher is more relevant; comparable between queries of one embedder. */
  score: number;
  /** How the score came about; with `explain: true`. */
  signals?: Record<string, number>;
};

/** An exchange that a query found, for what no memory says. */
export interface ExchangeMatch {
  /** The episode's. */
  id: string;
  /** When it happened. */
  at: Date;
  messages: TextMessage[];
  /** 0…1, higher is more relevant; comparable between queries of one embedder. */
  score: number;
  /** The passage that matters to the query: a part of one message, or all of it, word for word. */
  excerpt: string;
}

/** A version, and the decision that made it. */
export type MemoryVersion = MemoryRecord & {
  operation: Operation;
  reason: string;
  actor: Actor;
  /** The id of the model that decided, when one did. */
  model?: string;
  decisionId: string;
  reportId: string;
};

/** What a decision does: writes (`ADD`, `UPDATE`, `DELETE`), passes over (`NOOP`) or refuses (`REJECTED`). */
export type Operation = "ADD" | "UPDATE" | "DELETE" | "NOOP" | "REJECTED";

/**
 * Something that was written.
 *
 * `DELETE` with `supersededBy` is a memory whose place another took, whose text is `memory`;
 * without it, the memory was taken back and `memory` is the text that it had.
 */
export interface Change {
  event: "ADD" | "UPDATE" | "DELETE";
  id: MemoryId;
  memory: string;
  previousMemory?: string;
  supersededBy?: MemoryId;
  version: number;
  decisionId: string;
}

/** A verdict on one fact, or a person's own. */
export interface Decision {
  id: string;
  operation: Operation;
  /** The fact that was judged. */
  fact?: string;
  /** The memory that it is about. */
  target?: MemoryId;
  /** The text of the memory afterwards. */
  memory?: string;
  reason: string;
  actor: Actor;
  /** What the model wanted, where a rule decided otherwise. */
  proposed?: Operation;
}

/** What a call cost. */
export interface Usage {
  modelCalls: number;
  embeddingCalls: number;
  inputTokens: number;
  outputTokens: number;
}

/** Everything that was decided in one call, what was refused included. */
export interface AddReport {
  id: string;
  episodeId: string;
  /** `pending`: kept, and not yet processed; `duplicate`: its idempotency key was known. */
  status: "processed" | "pending" | "duplicate";
  decisions: Decision[];
  error?: { code: string; message: string };
  /** How many passages of the exchange were removed before it was kept, by kind; absent when none. */
  redacted?: Redacted;
  usage: Usage;
  durationMs: number;
}

/** What was forgotten, in numbers: a proof that says nothing of the content. */
export interface ForgetReceipt {
  id: string;
  scope: Scope;
  /** What is gone: memories of which no version is left, and rows by kind. */
  erased: {
    memories: number;
    versions: number;
    episodes: number;
    decisions: number;
    relations: number;
    summaries: number;
  };
  /** The memories that a `query` found. */
  ids?: MemoryId[];
  /** SHA-256, in hex, of the keys of all erased rows, in their order, with line feeds between. */
  idsHash: string;
  startedAt: Date;
  finishedAt: Date;
}

/** A verbatim exchange, and what came of it. */
export interface Episode {
  id: string;
  userId?: string;
  agentId?: string;
  sessionId?: string;
  messages: TextMessage[];
  /** When the exchange happened. */
  at: Date;
  /** When the store learned of it. */
  recordedAt: Date;
  /** `dead`: given up after too many attempts, kept to be read. */
  status: "processed" | "pending" | "dead";
  attempts: number;
  error?: { code: string; message: string };
  /** The memories that came from it, through merges too, and those that wait in quarantine. */
  derived: MemoryId[];
}

/** A piece of knowledge that the extractor found, not yet stored. */
export interface Fact {
  text: string;
  kind: MemoryKind;
  /** Where it will be written. */
  scope: Scope;
  validFrom: Date;
  /** When it has begun at the latest, where only a month or a year was told: `validFrom` is its first day. */
  beganBy?: Date;
  origin: Origin;
  subject: string;
  attribute?: string;
  value?: string;
  cardinality?: "one" | "many";
  entities: string[];
  /** What it says of people and things to each other. */
  relations?: readonly Relation[];
  quote?: string;
  /** 1…5 */
  importance?: number;
}
