import type { Engine } from "../engine.ts";
import { readStoredMessages } from "../episodes/exchange.ts";
import { readChoice, readCount } from "../input/read-values.ts";
import type { Condition } from "../ports/condition.ts";
import type { MemoryStore, Whose } from "../ports/memory-store.ts";
import type { EpisodeRow } from "../ports/stored-rows.ts";
import type { Episode, MemoryId } from "../record.ts";
import { fromScopeColumns, type Scope } from "../scope.ts";
import { withoutAbsent } from "../without-absent.ts";
import { readTimeCursor, toCursor } from "./cursor.ts";
import { readId } from "./find-version.ts";
import { readInclude, readWhose } from "./include.ts";
import type { Page } from "./list.ts";

/** What `episodes` takes. */
export type EpisodesOptions = Scope & {
  /** Only the episode of this id. */
  id?: string | undefined;
  /** Only those of this state: `pending` ones wait for a model, `dead` ones were given up. Default: all. */
  status?: Episode["status"] | undefined;
  include?: "subtree" | undefined;
  /** Where the last page ended. */
  cursor?: string | undefined;
  /** Default: 100; at most 10,000. */
  limit?: number | undefined;
};

const STATUSES = ["processed", "pending", "dead"] as const;

/** One page of the verbatim exchanges of a scope, in the order in which they were recorded. */
export async function episodes(engine: Engine, options: EpisodesOptions): Promise<Page<Episode>> {
  const whose = readWhose(options, readInclude(options.include));
  const limit = readCount(options.limit, "limit", { least: 1, otherwise: 100 });
  const behind = readTimeCursor(options.cursor);
  const conditions: Condition<EpisodeRow>[] = [];
  if (options.id !== undefined) conditions.push({ column: "key", equals: readId(options.id) });
  const status = readChoice(options.status, "status", STATUSES);
  if (status !== undefined) conditions.push({ column: "status", equals: status });
  if (behind !== undefined) conditions.push(isBehind(behind));

  const store = await engine.store();
  await engine.finished.flush();
  const rows = await store.episodes.find(whose, {
    where: { all: conditions },
    orderBy: { column: "recordedAt" },
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const derived = await findDerived(store, whose, page);
  const results = page.map((row) => toEpisode(row, [...(derived.get(row.key) ?? [])]));
  const last = page.at(-1);
  if (last === undefined || rows.length <= limit) return { results };
  return { results, cursor: toCursor([last.recordedAt.toISOString(), last.key]) };
}

/** Whether an episode comes after that of this time and key; those of one time are ordered by key. */
export function isBehind({ time, key }: { time: Date; key: string }): Condition<EpisodeRow> {
  return {
    any: [
      { column: "recordedAt", isAbove: time },
      {
        all: [
          { column: "recordedAt", equals: time },
          { column: "key", isAbove: key },
        ],
      },
    ],
  };
}

/** The memories that came from each episode, through merges too. */
async function findDerived(
  store: MemoryStore,
  whose: Whose,
  episodeRows: readonly EpisodeRow[],
): Promise<ReadonlyMap<string, ReadonlySet<MemoryId>>> {
  if (episodeRows.length === 0) return new Map();
  const versions = await store.memories.find(whose, {
    where: { any: episodeRows.map(({ key }) => ({ column: "episodeIds", contains: key })) },
    orderBy: { column: "memoryId" },
  });
  const derived = new Map(episodeRows.map(({ key }) => [key, new Set<MemoryId>()]));
  for (const { episodeIds, memoryId } of versions) {
    for (const id of episodeIds) derived.get(id)?.add(memoryId as MemoryId);
  }
  return derived;
}

function toEpisode(row: EpisodeRow, derived: MemoryId[]): Episode {
  const { at, recordedAt, status, attempts, errorCode: code, errorMessage: message } = row;
  return withoutAbsent({
    id: row.key,
    ...fromScopeColumns(row),
    messages: readStoredMessages(row),
    at,
    recordedAt,
    status,
    attempts,
    error: code === undefined ? undefined : { code, message: message ?? "" },
    derived,
  });
}
