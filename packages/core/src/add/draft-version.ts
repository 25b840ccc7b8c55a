import { gatherRelations, keepRelations } from "../graph/gather-relations.ts";
import { pickFields } from "../pick-fields.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { MemoryKind, Origin } from "../record.ts";
import { fromScopeColumns } from "../scope.ts";
import type { Settings } from "../settings.ts";
import { isForeign, leastTrusted } from "./compare-origins.ts";
import type { RelatedFact } from "./find-related.ts";
import type { Draft, EmbeddedFact } from "./ruling.ts";

/** What every version of an exchange has in common. */
interface DraftContext {
  settings: Pick<Settings, "newId">;
  episodeId: string;
  metadata: VersionRow["metadata"];
}

/** The first version of a new memory that states a fact, in other words where `text` is given. */
export function draftMemory(
  { fact, vector }: EmbeddedFact,
  { settings, episodeId, metadata }: DraftContext,
  text: string = fact.text,
): Draft {
  const { text: _text, beganBy: _beganBy, ...rest } = fact;
  return {
    ...rest,
    memoryId: settings.newId(),
    version: 1,
    status: "current",
    text,
    ...(text === fact.text && { vector }),
    relations: gatherRelations(text, fact.relations),
    pinned: false,
    metadata,
    episodeIds: [episodeId],
  };
}

/**
 * The next version of a memory into which a fact is merged. It stays in its scope; its origin is
 * the less trusted of the two, so that no merge lends trust to what has none.
 */
export function draftMerged(
  { fact, vector, text: merged }: RelatedFact & { text?: string | undefined },
  target: VersionRow,
  { episodeId, metadata }: DraftContext,
): Draft {
  const text = merged || fact.text;
  const origin = leastTrusted([target.origin, fact.origin]);
  return {
    ...draftSame(target),
    text,
    ...(text === fact.text && { vector }),
    kind: kindFor(fact.kind, origin),
    subject: fact.subject,
    ...(fact.attribute !== undefined && {
      attribute: fact.attribute,
      value: fact.value,
      cardinality: fact.cardinality ?? target.cardinality,
    }),
    entities: [...new Set([...target.entities, ...fact.entities])],
    relations: gatherRelations(text, keepRelations(target.relations, text, fact.relations)),
    metadata: { ...target.metadata, ...metadata },
    validFrom: fact.validFrom,
    origin,
    episodeIds: [...new Set([...target.episodeIds, episodeId])],
    ...(fact.quote !== undefined && { quote: fact.quote }),
    importance: Math.max(fact.importance ?? 0, target.importance ?? 0) || undefined,
  };
}

/** The version that says that a memory no longer holds, from `validTo` on. */
export function draftRetraction(target: VersionRow, validTo: Date, supersededBy?: string): Draft {
  return { ...draftSame(target), status: "retracted", validTo, supersededBy };
}

// prettier-ignore
const CONTENT = [
  "memoryId", "kind", "text", "subject", "attribute", "value", "cardinality", "entities", "relations",
  "metadata", "pinned", "expiresAt", "validFrom", "origin", "episodeIds", "quote", "importance",
] as const;

/** The next version of a memory, with the content of `row`; to be changed where the two differ. */
export function draftSame(row: VersionRow): Draft {
  return {
    ...pickFields(row, CONTENT),
    scope: fromScopeColumns(row),
    version: row.version + 1,
    status: "current",
  };
}

/** What a tool or a document says is knowledge at most, and never how to behave. */
export function kindFor(kind: MemoryKind, origin: Origin): MemoryKind {
  return kind === "instruction" && isForeign(origin) ? "fact" : kind;
}
