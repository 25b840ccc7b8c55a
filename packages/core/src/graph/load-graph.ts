import type { Engine } from "../engine.ts";
import type { MemoryStore, Whose } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { answersFor, newestOfEach } from "../reading.ts";
import type { Scope } from "../scope.ts";
import { termsOf } from "../text/analyze-text.ts";
import { buildGraph, type Graph } from "./build-graph.ts";
import { toEntityKey, USER } from "./entity-key.ts";
import { gatherRelations } from "./gather-relations.ts";

/** Scopes of up to so many memories are read whole. */
const MOST_ROWS = 1_000;

/** Of larger ones, so many memories per name, for so many names at once. */
const ROWS_PER_NAME = 50;
const NAMES_AT_ONCE = 20;

/**
 * The graph of what a scope holds true at one time: of all of it, or, where it is large, of the
 * newest memories and of what is found by the given names and by the names found with them, in at
 * most `hops` look-ups. There a name is found only as it is written.
 */
export async function loadGraph(
  { settings: { now } }: Engine,
  store: MemoryStore,
  scope: Scope,
  { asOf, names, hops }: { asOf: Date | undefined; names: readonly string[]; hops: number },
): Promise<Graph> {
  const whose: Whose = { type: "visible", scope };
  const { where, isUnexpired, standsFor } = answersFor({ asOf }, now());
  const newest = await store.memories.find(whose, {
    where,
    orderBy: { column: "validFrom", descending: true },
    limit: MOST_ROWS,
  });
  const rows = new Map(newest.map((row) => [row.key, row]));
  const asked = new Set<string>([USER]);
  let next = newest.length < MOST_ROWS ? [] : names;
  for (let hop = 1; hop <= hops; hop++) {
    const news = next.filter((name) => !asked.has(toEntityKey(name))).slice(0, NAMES_AT_ONCE);
    if (news.length === 0) break;
    for (const name of news) asked.add(toEntityKey(name));
    const found = await store.memories.findByTerms(whose, news.map(termsOf), {
      where,
      limit: ROWS_PER_NAME,
    });
    const added = found.flat().map(({ row }) => row);
    for (const row of added) rows.set(row.key, row);
    next = added.flatMap(({ relations = [] }) =>
      relations.flatMap(({ subject, object }) => [subject, object]),
    );
  }
  const valid = [...rows.values()].filter(isUnexpired).map((row) => ({ row: withRelations(row) }));
  return buildGraph(newestOfEach(valid, standsFor).map(({ row }) => row));
}

/** Memories that were written before relations were kept have those that their text states. */
function withRelations(row: VersionRow): VersionRow {
  const relations = row.relations ?? gatherRelations(row.text);
  return relations ? { ...row, relations } : row;
}
