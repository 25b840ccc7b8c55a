import type { Engine } from "../engine.ts";
import type { Condition } from "../ports/condition.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { Fact } from "../record.ts";
import { isCurrent } from "../reading.ts";
import { joinFound, type Related } from "../relevance.ts";
import type { Scope } from "../scope.ts";
import { termsOf } from "../text/analyze-text.ts";
import { hashText } from "../text/hash-text.ts";
import { findNamesakes } from "./find-namesakes.ts";
import type { EmbeddedFact } from "./ruling.ts";

/** A fact with its vector, and the current memories that it may repeat, refine or contradict. */
export interface RelatedFact extends EmbeddedFact {
  /** Nearest first. */
  related: readonly VersionRow[];
  /** The lineage that a memory of it would begin. */
  lineage: string;
}

/** Below this, in meaning and in words, two texts have nothing to do with each other. */
const LEAST_RELATED = 0.05;

/**
 * For each fact its own nearest current memories in the scope, by meaning and by words, and those
 * that say the same or state the same property; at most `candidatesPerFact`. Four queries, whatever
 * the number of facts.
 */
export async function findRelated(
  engine: Engine,
  store: MemoryStore,
  facts: readonly EmbeddedFact[],
  scope: Scope,
): Promise<RelatedFact[]> {
  if (facts.length === 0) return [];
  const startedAt = performance.now();
  const { candidatesPerFact: limit, embedder } = engine.settings;
  const now = engine.settings.now();
  const whose = { type: "visible", scope } as const;
  const where = isCurrent(now);
  const termLists = facts.map(({ fact }) => termsOf(fact.text));
  const vectors = facts.map(({ vector }) => vector);
  const [near, worded, stated, named] = await Promise.all([
    store.memories.findNearest(whose, vectors, { where, limit }),
    store.memories.findByTerms(whose, termLists, { where, limit }),
    findSameProperties(store, facts, scope, where),
    findNamesakes(store, facts),
  ]);
  const found = named.map(({ fact, vector, lineage, versions }, index) => {
    const joined = joinFound(
      near[index] ?? [],
      worded[index] ?? [],
      termLists[index] ?? [],
      embedder,
    );
    const ranked = joined
      .filter((candidate) => nearness(candidate) >= LEAST_RELATED)
      .toSorted((a, b) => nearness(b) - nearness(a))
      .map(({ row }) => row);
    // What states the same property is wanted first: it is what the fact most likely changes.
    const same = stated.filter((row) => statesSameProperty(row, fact));
    // What another writer begins while these queries run stands in the way of the lineage, or is seen here.
    const repeats = versions.filter(
      (row) => row.hash === hashText(fact.text) && isCurrentRow(row, now),
    );
    const rows = new Map([...repeats, ...same, ...ranked].map((row) => [row.key, row]));
    return { fact, vector, lineage, related: [...rows.values()].slice(0, limit) };
  });
  engine.emit({
    type: "found",
    scope,
    facts: facts.length,
    memories: new Set(found.flatMap(({ related }) => related.map(({ key }) => key))).size,
    durationMs: performance.now() - startedAt,
  });
  return found;
}

/** `isCurrent`, of a row that is here. */
function isCurrentRow({ status, expiresAt }: VersionRow, now: Date): boolean {
  return status === "current" && (expiresAt === undefined || expiresAt > now);
}

/** Whether a memory and a fact are about the same property of the same subject. */
export function statesSameProperty(row: VersionRow, fact: Fact): boolean {
  return (
    fact.attribute !== undefined && row.attribute === fact.attribute && row.subject === fact.subject
  );
}

function nearness({ similarity, wordOverlap }: Related): number {
  return Math.max(similarity, wordOverlap);
}

async function findSameProperties(
  store: MemoryStore,
  facts: readonly EmbeddedFact[],
  scope: Scope,
  where: Condition<VersionRow>,
): Promise<VersionRow[]> {
  const properties = facts.flatMap(({ fact }) => toPropertyCondition(fact) ?? []);
  if (properties.length === 0) return [];
  return store.memories.find(
    { type: "visible", scope },
    { where: { all: [where, { any: properties }] }, limit: 10 * facts.length },
  );
}

/** Memories that give the fact's property its one value, or the same value: not all of fifty likes. */
function toPropertyCondition(fact: Fact): Condition<VersionRow> | undefined {
  const { subject, attribute, value, cardinality } = fact;
  if (attribute === undefined) return undefined;
  const sameProperty: Condition<VersionRow>[] = [
    { column: "subject", equals: subject },
    { column: "attribute", equals: attribute },
  ];
  if (cardinality === "one") return { all: sameProperty };
  const isOneValued: Condition<VersionRow> = { column: "cardinality", equals: "one" };
  const sameValue: Condition<VersionRow>[] =
    value === undefined ? [] : [{ column: "value", equals: value }];
  return { all: [...sameProperty, { any: [isOneValued, ...sameValue] }] };
}
