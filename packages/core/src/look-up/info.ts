import type { CircuitState } from "../calls/circuits.ts";
import type { Engine } from "../engine.ts";
import type { MemoryErrorCode } from "../errors.ts";
import { redactAnswer } from "../redact/redact-answer.ts";
import type { MemoryStore, TableDescription, TableName } from "../ports/memory-store.ts";

/** The state of a memory, for people who run one. */
export interface MemoryInfo {
  uri: string;
  model: string;
  embedder: string;
  dimensions: number;
  /** Whether the models were chosen for you, because none were given. */
  defaults: "openai" | "local" | "none";
  /** Rows per table, of all scopes and versions. */
  rows: Readonly<Record<TableName, number>>;
  /** What each table is made of, and when it was last put in order. */
  tables: Readonly<Record<TableName, TableDescription>>;
  /** Exchanges that wait to be processed. */
  pending: number;
  /** Why they wait, by the codes of the errors. Those that are being worked on for the first time have none. */
  pendingBy: Readonly<Partial<Record<MemoryErrorCode, number>>>;
  /** When the oldest of them was recorded. */
  oldestPending?: Date;
  /** Exchanges that were given up; `episodes` with `status: "dead"` shows them. */
  dead: number;
  /** Why they were given up. */
  deadBy: Readonly<Partial<Record<MemoryErrorCode, number>>>;
  /** Models, embedders and rerankers that failed since they last answered, and whether they are left alone. */
  circuits: CircuitState[];
}

/** What an exchange may wait for. */
const CODES = ["model-call", "model-output", "embedding", "budget"] as const;

type Counts = { total: number; byCode: Partial<Record<MemoryErrorCode, number>> };

/** The state of a memory over all scopes, as of now: exchanges that were processed by then are counted as such. */
export async function info(engine: Engine): Promise<MemoryInfo> {
  const { model, embedder, defaults } = engine.settings;
  const store = await engine.store();
  await engine.finished.flush();
  const [{ uri, rows, tables }, pending, dead, [oldest]] = await Promise.all([
    store.describe(),
    countWaiting(store, "pending"),
    countWaiting(store, "dead"),
    store.episodes.find(EVERYONE, {
      where: { column: "status", equals: "pending" },
      orderBy: { column: "recordedAt" },
      limit: 1,
    }),
  ]);
  const { id, dimensions } = embedder;
  return {
    uri,
    model: model.id,
    embedder: id,
    dimensions,
    defaults,
    rows,
    tables,
    pending: pending.total,
    pendingBy: pending.byCode,
    ...(oldest && { oldestPending: oldest.recordedAt }),
    dead: dead.total,
    deadBy: dead.byCode,
    // Providers quote what they refuse, a key for instance.
    circuits: engine.circuits.describe().map(({ error, ...state }) => ({
      ...state,
      ...(error !== undefined && { error: String(redactAnswer(engine.settings, error)) }),
    })),
  };
}

const EVERYONE = { type: "everyone" } as const;

async function countWaiting(store: MemoryStore, status: "pending" | "dead"): Promise<Counts> {
  const isSo = { column: "status", equals: status } as const;
  const total = await store.episodes.count(EVERYONE, isSo);
  if (total === 0) return { total, byCode: {} };
  const counts = await Promise.all(
    CODES.map(async (code) => {
      const where = { all: [isSo, { column: "errorCode", equals: code } as const] };
      return [code, await store.episodes.count(EVERYONE, where)] as const;
    }),
  );
  return { total, byCode: Object.fromEntries(counts.filter(([, count]) => count > 0)) };
}
