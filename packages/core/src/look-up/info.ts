import type { Engine } from "../engine.ts";
import type { TableDescription, TableName } from "../ports/memory-store.ts";

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
  /** Exchanges that were given up; `episodes` shows them. */
  dead: number;
}

export async function info(engine: Engine): Promise<MemoryInfo> {
  const { model, embedder, defaults } = engine.settings;
  const store = await engine.store();
  await engine.finished.flush();
  const everyone = { type: "everyone" } as const;
  const [{ uri, rows, tables }, pending, dead] = await Promise.all([
    store.describe(),
    store.episodes.count(everyone, { column: "status", equals: "pending" }),
    store.episodes.count(everyone, { column: "status", equals: "dead" }),
  ]);
  const { id, dimensions } = embedder;
  return { uri, model: model.id, embedder: id, dimensions, defaults, rows, tables, pending, dead };
}
