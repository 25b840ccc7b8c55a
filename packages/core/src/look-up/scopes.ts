import type { Engine } from "../engine.ts";
import { readCount } from "../input/read-values.ts";
import type { ScopeCount } from "../ports/memory-store.ts";
import { isCurrent } from "../reading.ts";
import { fromScopeKey, type Scope } from "../scope.ts";
import { readCursor, toCursor } from "./cursor.ts";
import type { Page } from "./list.ts";

/** What `scopes` takes. */
export interface ScopesOptions {
  /** Where the last page ended. */
  cursor?: string | undefined;
  /** Default: 100; at most 10,000. */
  limit?: number | undefined;
}

/** Ids under which something was written, and how much was. */
export interface ScopeSummary {
  scope: Scope;
  /** Memories that are current. */
  memories: number;
  /** Versions of memories, those of the past too. */
  versions: number;
  /** Exchanges that were kept. */
  episodes: number;
  /** Exchanges of these that wait to be processed, or were given up. */
  unprocessed: number;
}

/** One page of all scopes that have something. */
export async function scopes(
  engine: Engine,
  options: ScopesOptions = {},
): Promise<Page<ScopeSummary>> {
  const limit = readCount(options.limit, "limit", { least: 1, otherwise: 100 });
  const [behind] = readCursor(options.cursor, 1);
  const store = await engine.store();
  await engine.finished.flush();

  // One more than wanted tells whether there are more. What of a scope is among the first here is
  // among the first of all counts that it has.
  const first = { behind, limit: limit + 1 };
  const [memories, versions, episodes, unprocessed] = await Promise.all([
    store.memories.countByScope(first, isCurrent(engine.settings.now())),
    store.memories.countByScope(first),
    store.episodes.countByScope(first),
    store.episodes.countByScope(first, { column: "status", notEquals: "processed" }),
  ]);
  const keys = [...new Set([...versions, ...episodes].map(({ scope }) => scope))].toSorted();
  const counts = {
    memories: toMap(memories),
    versions: toMap(versions),
    episodes: toMap(episodes),
    unprocessed: toMap(unprocessed),
  };
  const page = keys.slice(0, limit);
  const results = page.map((key) => ({
    scope: fromScopeKey(key),
    memories: counts.memories.get(key) ?? 0,
    versions: counts.versions.get(key) ?? 0,
    episodes: counts.episodes.get(key) ?? 0,
    unprocessed: counts.unprocessed.get(key) ?? 0,
  }));
  const last = page.at(-1);
  if (last === undefined || keys.length <= limit) return { results };
  return { results, cursor: toCursor([last]) };
}

function toMap(counts: readonly ScopeCount[]): Map<string, number> {
  return new Map(counts.map(({ scope, rows }) => [scope, rows]));
}
