import { toRecord } from "../look-up/to-record.ts";
import type { MemoryRecord } from "../record.ts";
import type { Graph, GraphEdge, GraphRow } from "./build-graph.ts";

/** A relation as it was told, and the memory that tells it. */
export interface RelationStep {
  from: string;
  predicate: string;
  to: string;
  memory: MemoryRecord;
}

/** An entity that was reached, over the fewest relations. */
export interface Reached {
  key: string;
  path: RelationStep[];
}

/** The keys that a name may mean; several where it is a part of several names; none when it is unknown. */
export function findEntities(graph: Graph, name: string): string[] {
  const key = graph.entities.keyOf(name);
  if (graph.rowsOf(key).length > 0) return [key];
  return graph.entities.maybe(key).map((bearer) => bearer.key);
}

/**
 * Everything that relations lead to, nearest first, each once, the beginnings left out. Of
 * relations that lead to the same, the newest counts.
 */
export function walkGraph(graph: Graph, from: readonly string[], hops: number): Reached[] {
  const reached: Reached[] = [];
  const seen = new Set(from);
  let layer: Reached[] = from.map((key) => ({ key, path: [] }));
  for (let hop = 1; hop <= hops && layer.length > 0; hop++) {
    const next: Reached[] = [];
    for (const { key, path } of layer) {
      for (const { edge, row } of edgesOf(graph, key)) {
        const other = edge.from === key ? edge.to : edge.from;
        if (seen.has(other)) continue;
        seen.add(other);
        next.push({ key: other, path: [...path, toStep(graph, edge, row)] });
      }
    }
    reached.push(...next);
    layer = next;
  }
  return reached;
}

/** The relations of an entity, the newest first. */
function edgesOf(graph: Graph, key: string): { edge: GraphEdge; row: GraphRow }[] {
  return graph
    .rowsOf(key)
    .toSorted(({ row: a }, { row: b }) => {
      return b.validFrom.getTime() - a.validFrom.getTime() || (a.key < b.key ? -1 : 1);
    })
    .flatMap((row) =>
      row.edges.filter(({ from, to }) => from === key || to === key).map((edge) => ({ edge, row })),
    );
}

function toStep(graph: Graph, { from, predicate, to }: GraphEdge, { row }: GraphRow): RelationStep {
  return { from: graph.nameOf(from), predicate, to: graph.nameOf(to), memory: toRecord(row) };
}
