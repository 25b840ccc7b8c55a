import type { Engine } from "../engine.ts";
import { readCount, readDate, readText } from "../input/read-values.ts";
import { parseScope, type Scope } from "../scope.ts";
import { loadGraph } from "./load-graph.ts";
import { LONGEST_ENTITY } from "./related.ts";
import { findEntities, type RelationStep, walkGraph } from "./walk-graph.ts";

/** What `path` takes beside the two entities. */
export type PathOptions = Scope & {
  /** How many relations may lie between. Default: 4. */
  maxHops?: number | undefined;
  /** What was true at this moment, by present knowledge. */
  asOf?: Date | undefined;
};

/**
 * The shortest chain of relations from one entity to another, each with the memory that tells it;
 * of several the newest. `[]` when there is none, or one of the two is unknown. A relation stands as
 * it was told, so either of its ends may be the nearer one.
 */
export async function path(
  engine: Engine,
  from: string,
  to: string,
  options: PathOptions,
): Promise<{ path: RelationStep[] }> {
  const scope = parseScope(options);
  const names = [readText(from, "from", LONGEST_ENTITY), readText(to, "to", LONGEST_ENTITY)];
  const hops = readCount(options.maxHops, "maxHops", { least: 1, otherwise: 4 });
  const asOf = readDate(options.asOf, "asOf");
  const store = await engine.store();
  const graph = await loadGraph(engine, store, scope, { asOf, names, hops });
  const [starts = [], ends = []] = names.map((name) => findEntities(graph, name));
  const reached = walkGraph(graph, starts, hops).find(({ key }) => ends.includes(key));
  return { path: reached?.path ?? [] };
}
