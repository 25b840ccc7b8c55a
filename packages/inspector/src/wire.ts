import type {
  Episode,
  ExchangeMatch,
  ForgetReceipt,
  Json,
  MemoryInfo,
  MemoryMatch,
  MemoryRecord,
  MemoryVersion,
  Operation,
  Scope,
  ScopeSummary,
} from "@palimpsest/core";

/** A value as JSON carries it: dates are strings. */
type OnTheWire<VALUE> = VALUE extends Json | undefined
  ? VALUE
  : VALUE extends Date
    ? string
    : { [KEY in keyof VALUE]: OnTheWire<VALUE[KEY]> };

/** The ids that tell whose something is, as an address carries them. */
export interface Ids {
  userId?: string | undefined;
  agentId?: string | undefined;
  sessionId?: string | undefined;
}

/** A memory as a whole, for the head of the page. */
export type Store = Pick<
  MemoryInfo,
  "uri" | "embedder" | "dimensions" | "rows" | "tables" | "pending" | "dead"
> & {
  /** Whether the inspector has the embedder that the memories were written with. */
  canSearch: boolean;
  isWritable: boolean;
  /** Memories that wait for a person. */
  quarantined: number;
};

/** A user, or an agent or a conversation without one, and the scopes that are theirs. */
export interface Owner {
  scope: Scope;
  parts: ScopeSummary[];
}

/** A memory's life: its last version, all versions oldest first, and the exchanges that they came from. */
export interface MemoryLife {
  record: MemoryRecord;
  versions: MemoryVersion[];
  episodes: Episode[];
}

/** An exchange, and the memories that came from it, in their last versions. */
export interface KeptExchange extends Omit<Episode, "derived"> {
  derived: Pick<MemoryRecord, "id" | "memory" | "status">[];
}

/** A memory that is kept back, and why. */
export type QuarantinedMemory = MemoryRecord & { reason: string };

/** A version with its place among those that took each other's place, without its provenance. */
export interface PastVersion extends Ids {
  id: string;
  memory: string;
  kind: string;
  lineage: string;
  slot: number;
  status: string;
  validFrom: string;
  validTo?: string | undefined;
  recordedAt: string;
  supersededAt?: string | undefined;
  expiresAt?: string | undefined;
}

/** A decision of the log. Its tokens and its time are of the whole report, which others may share. */
export interface LoggedDecision extends Ids {
  id: string;
  reportId: string;
  episodeId?: string | undefined;
  operation: Operation;
  proposed?: Operation | undefined;
  fact?: string | undefined;
  target?: string | undefined;
  memory?: string | undefined;
  reason: string;
  actor: string;
  model?: string | undefined;
  decidedAt: string;
  inputTokens: number;
  outputTokens: number;
  durationMs: number;
}

/** Everything that was ever written under a scope. */
export interface Past {
  versions: PastVersion[];
  /** Newest first. */
  decisions: LoggedDecision[];
  /** Whether there was more than a page can show, which was left out. */
  isCut: boolean;
}

/** A number that held from a time on. */
export interface Step {
  at: string;
  value: number;
}

/** The tokens of a day or a month. */
export interface Tokens {
  name: string;
  input: number;
  output: number;
}

/** Ids, and how many memories of a kind are under exactly these. */
export interface Part {
  ids: Ids;
  memories: number;
}

/** An owner, or everybody, in numbers. Steps and tokens are in the order of time. */
export interface Figures {
  held: Step[];
  operations: Record<Operation, number>;
  tokens: Tokens[];
  /** Of an owner, where what is current is: the list of owners has everybody's. */
  parts?: Part[] | undefined;
}

/** The body of every answer that is an error. */
export interface Failure {
  error: { code: string; message: string };
}

/** A page of a list. */
export interface Listed<ITEM> {
  results: ITEM[];
  cursor?: string | undefined;
}

export type WireStore = OnTheWire<Store>;
export type WireMemory = OnTheWire<MemoryRecord>;
export type WireQuarantined = OnTheWire<QuarantinedMemory>;
export type WireVersion = OnTheWire<MemoryVersion>;
export type WireEpisode = OnTheWire<Episode>;
export type WireExchange = OnTheWire<KeptExchange>;
export type WireMatch = OnTheWire<MemoryMatch>;
export type WireExchangeMatch = OnTheWire<ExchangeMatch>;
export type WireLife = OnTheWire<MemoryLife>;
export type WireReceipt = OnTheWire<ForgetReceipt>;
