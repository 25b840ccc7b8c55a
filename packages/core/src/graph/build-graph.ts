import type { VersionRow } from "../ports/stored-rows.ts";
import type { Relation } from "../record.ts";
import { USER } from "./entity-key.ts";
import { findNames } from "./find-names.ts";
import { type Entities, isAlias, resolveEntities } from "./resolve-entities.ts";

/** A memory as a piece of the graph: whom and what it joins. */
export interface GraphRow {
  row: VersionRow;
  /** The keys of all that it names. */
  entities: ReadonlySet<string>;
  /** What it says of two of them. */
  edges: readonly GraphEdge[];
}

/** One relation between two entities, by their keys. */
export interface GraphEdge {
  from: string;
  predicate: string;
  to: string;
}

/** The people, places and things of a scope, joined by the memories that name them. */
export interface Graph {
  rows: readonly GraphRow[];
  entities: Entities;
  /** The memories that name an entity. */
  rowsOf(key: string): readonly GraphRow[];
  /** The fullest name that was given to an entity. */
  nameOf(key: string): string;
}

/** The graph of the memories that answer for a scope at one time; none is no fault. */
export function buildGraph(rows: readonly VersionRow[]): Graph {
  const read = rows.map((row) => {
    const relations = [...(row.relations ?? []), ...attributeOf(row)];
    return { row, relations, names: namesIn(row, relations) };
  });
  const entities = resolveEntities(
    new Set(read.flatMap(({ names }) => names)),
    read.flatMap(({ relations }) => relations),
  );
  const named = new Map<string, string>();
  const byEntity = new Map<string, GraphRow[]>();
  const graphRows = read.map(({ row, relations, names }) => {
    const graphRow = toGraphRow(row, relations, names, entities);
    for (const key of graphRow.entities) {
      const others = byEntity.get(key);
      if (others) others.push(graphRow);
      else byEntity.set(key, [graphRow]);
    }
    for (const name of names) {
      const key = entities.keyOf(name);
      if (name.length > (named.get(key)?.length ?? 0)) named.set(key, name);
    }
    return graphRow;
  });
  return {
    rows: graphRows,
    entities,
    rowsOf: (key) => byEntity.get(key) ?? [],
    nameOf: (key) => (key === USER ? USER : (named.get(key) ?? key)),
  };
}

/** "user" – home → "Berlin": what a fact says without naming a relation. */
function attributeOf({ subject, attribute, value }: VersionRow): Relation[] {
  if (subject === undefined || attribute === undefined || value === undefined) return [];
  return [{ subject, predicate: attribute, object: value }];
}

/** Words by which the user stands in a memory. */
const NAMES_USER =
  /(?<!\p{L})(?:users?|i|me|my|mine|nutzer(?:in|s)?|ich|mein(?:e[mnrs]?)?|usuari[oa]|yo|mi|mis)(?!\p{L})/iu;

function namesIn(
  { text, entities, subject }: VersionRow,
  relations: readonly Relation[],
): string[] {
  const names = relations.flatMap((relation) => [relation.subject, relation.object]);
  const found = findNames(text).map((name) => name.text);
  // `put` gives every memory to the user as its subject, so that says nothing of its text.
  const subjects = subject === undefined || subject === USER ? [] : [subject];
  return [
    ...new Set([
      ...names,
      ...entities,
      ...subjects,
      ...found,
      ...(NAMES_USER.test(text) ? [USER] : []),
    ]),
  ];
}

function toGraphRow(
  row: VersionRow,
  relations: readonly Relation[],
  names: readonly string[],
  entities: Entities,
): GraphRow {
  const edges = relations
    .filter(({ predicate }) => !isAlias(predicate))
    .map(({ subject, predicate, object }) => ({
      from: entities.keyOf(subject),
      predicate,
      to: entities.keyOf(object),
    }))
    .filter(({ from, to }) => from !== to && from !== "" && to !== "");
  return {
    row,
    entities: new Set(names.map((name) => entities.keyOf(name)).filter(Boolean)),
    edges,
  };
}
