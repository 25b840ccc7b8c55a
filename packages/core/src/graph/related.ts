import type { Engine } from "../engine.ts";
import { readCount, readDate, readText } from "../input/read-values.ts";
import { parseScope, type Scope } from "../scope.ts";
import { loadGraph } from "./load-graph.ts";
import { findEntities, type RelationStep, walkGraph } from "./walk-graph.ts";

/** What `related` takes beside the entity. */
export type RelatedOptions = Scope & {
  /** How many relations may lie between. Default: 1. */
  hops?: number | undefined;
  /** Default: 20; at most 10,000. */
  limit?: number | undefined;
  /** What was true at this moment, by present knowledge. */
  asOf?: Date | undefined;
};

/** An entity that relations lead to. */
export interface RelatedEntity {
  /** Its fullest name; `"user"` for the user. */
  entity: string;
  /** The relations that lead there, the last of them its own. */
  path: RelationStep[];
}

/** Longest name that is looked for, in characters. */
export const LONGEST_ENTITY = 500;

/**
 * Who and what has to do with an entity, by the relations that memories state: nearest first, of
 * equally near ones the newest relation first. An entity that is unknown has none.
 */
export async function related(
  engine: Engine,
  entity: string,
  options: RelatedOptions,
): Promise<{ results: RelatedEntity[] }> {
  const scope = parseScope(options);
  const name = readText(entity, "entity", LONGEST_ENTITY);
  const hops = readCount(options.hops, "hops", { least: 1, otherwise: 1 });
  const limit = readCount(options.limit, "limit", { least: 0, otherwise: 20 });
  const asOf = readDate(options.asOf, "asOf");
  const store = await engine.store();
  const graph = await loadGraph(engine, store, scope, { asOf, names: [name], hops });
  const reached = walkGraph(graph, findEntities(graph, name), hops).slice(0, limit);
  return { results: reached.map(({ key, path }) => ({ entity: graph.nameOf(key), path })) };
}
