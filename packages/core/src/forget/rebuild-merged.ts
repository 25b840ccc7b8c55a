import { createHash } from "node:crypto";
import { leastTrusted } from "../add/compare-origins.ts";
import { draftRetraction, draftSame, kindFor } from "../add/draft-version.ts";
import { leaveAsIs, type Draft, type Effect, type Ruling } from "../add/ruling.ts";
import { createOriginFinder } from "../add/settle-origin.ts";
import { fromEpisodeRow, type Exchange } from "../episodes/exchange.ts";
import { gatherRelations } from "../graph/gather-relations.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { MemoryId, Operation, Origin } from "../record.ts";
import { normalizeForComparison } from "../text/hash-text.ts";
import type { OwnedRows } from "./select-erasure.ts";
import { traceParts, type Part } from "./trace-parts.ts";

/** What is to be logged of a part that stays, and the exchange that it came from. */
interface KeptPart {
  ruling: Ruling;
  episodeId?: string | undefined;
}

/** The ruling that writes a memory anew, with the last of its parts; and its other parts. */
export interface Rebuilt extends KeptPart {
  others: KeptPart[];
}

/** The exchanges that are to go, and the versions that go with them. */
interface Doomed {
  readonly told: ReadonlySet<string>;
  readonly isGoing: (row: VersionRow) => boolean;
  readonly newId: () => string;
}

const REBUILT = "what other exchanges gave to the memory stays";

/**
 * The rulings that give memories a version without what exchanges that are to go had merged into
 * them. A memory that is as it was before the merge when its last versions go needs none, and one of
 * which nothing else is left has none.
 *
 * The words are those of the facts, as they were before any merge, so that no model has to tell
 * apart what it had put together.
 */
export function rebuildMerged(
  { versions, episodes, decisions }: OwnedRows,
  { told, isGoing, newId }: Doomed,
): Rebuilt[] {
  const exchanges = new Map(episodes.map((row) => [row.key, fromEpisodeRow(row)]));
  const decisionOf = new Map(decisions.map((row) => [row.key, row]));
  return [...Map.groupBy(versions, ({ lineage }) => lineage).values()].flatMap((rows) => {
    const lineage = rows.toSorted((a, b) => a.slot - b.slot);
    const head = lineage.at(-1);
    return head === undefined || !isGoing(head) ? [] : rebuild(head, lineage);
  });

  function rebuild(head: VersionRow, lineage: readonly VersionRow[]): Rebuilt[] {
    const parts = traceParts(lineage, decisions);
    const last = lineage.findLast((row) => !isGoing(row));
    const base = last?.memoryId === head.memoryId ? last : undefined;
    if (head.status !== "current") {
      const { episodeId } = decisionOf.get(head.decisionId) ?? {};
      const isTakenBack = head.status === "retracted" && !told.has(episodeId ?? "");
      return isTakenBack && base?.status === "superseded"
        ? [{ ...closeAgain(head, base), episodeId }]
        : [];
    }
    const known = (base && parts.get(base.key)) ?? [];
    const left = (parts.get(head.key) ?? []).filter(({ episodeId }) => !told.has(episodeId ?? ""));
    const more = left.filter((part) => !known.some((one) => isSame(one, part)));
    if (more.length === 0) return [];
    const draft = draftFrom(head, base, more);
    // What took the place of another memory must not keep that closed once its reason is gone.
    const isApart = last !== undefined && base === undefined;
    const next: Draft = isApart ? { ...draft, memoryId: newId(), version: 1 } : draft;
    const effect: Effect = isApart
      ? { type: "start", next, lineage: nameApart(head) }
      : { type: "continue", head, validTo: next.validFrom, next };
    const keep = ({ text, episodeId }: Part, operation: Operation): KeptPart => {
      const about = { fact: text, target: next.memoryId as MemoryId, reason: REBUILT };
      return {
        ruling: leaveAsIs({ id: newId(), ...about, operation, actor: "person" }),
        episodeId,
      };
    };
    const others = [...known, ...more.slice(0, -1)].map((part) => keep(part, "NOOP"));
    return more.slice(-1).map((part) => {
      const { ruling, episodeId } = keep(part, isApart ? "ADD" : "UPDATE");
      const decision = { ...ruling.decision, memory: next.text };
      return { ruling: { decision, effect }, episodeId, others };
    });
  }

  /** The same each time, so that it is not kept twice when an erasure is made again. */
  function nameApart({ key }: VersionRow): string {
    const words = [key, ...[...told].toSorted()].join("\n");
    return createHash("sha256").update(words).digest("hex").slice(0, 32);
  }

  /** A memory that somebody else took back stays so, in the words that it had before. */
  function closeAgain(head: VersionRow, base: VersionRow): Rebuilt {
    const validTo = head.validTo ?? head.recordedAt;
    const next = { ...draftRetraction(base, validTo), version: head.version + 1 };
    const target = head.memoryId as MemoryId;
    const about = { id: newId(), target, reason: head.reason, actor: head.actor };
    return {
      ruling: {
        ...leaveAsIs({ ...about, operation: "DELETE" }),
        effect: { type: "continue", head, validTo: head.validFrom, next },
      },
      others: [],
    };
  }

  function draftFrom(head: VersionRow, base: VersionRow | undefined, more: readonly Part[]): Draft {
    const text = joinSentences([...(base ? [base.text] : []), ...more.map((part) => part.text)]);
    const origin = leastTrusted([...(base ? [base.origin] : []), ...more.map(originOf)]);
    const row = more.at(-1)?.row ?? head;
    const value = isIn(text, row.value) ? row.value : base?.value;
    const states = value !== undefined && value === row.value ? row : base;
    return {
      ...draftSame(head),
      vector: undefined,
      text,
      kind: kindFor(row.kind, origin),
      subject: row.subject,
      attribute: states?.attribute,
      value,
      cardinality: states?.cardinality,
      entities: head.entities.filter((entity) => isIn(text, entity)),
      relations: gatherRelations(text),
      metadata: metadataWithout(head, more),
      validFrom: row.validFrom,
      origin,
      episodeIds: head.episodeIds.filter((id) => !told.has(id)),
      quote: more.map(quoteOf).findLast((quote) => quote !== undefined) ?? base?.quote,
      importance: base?.importance,
    };
  }

  /** Whose words a part is, found anew, because a merge knows only the least trusted of its parts. */
  function originOf({ text, episodeId = "", row }: Part): Origin {
    const exchange = exchanges.get(episodeId);
    if (exchange === undefined) return row.origin;
    return createOriginFinder(exchange)({ text }) ?? row.origin;
  }

  /** A version that was given no quote has that of the version before it. */
  function quoteOf({ episodeId = "", row }: Part): string | undefined {
    const messages = exchanges.get(episodeId)?.messages ?? [];
    return messages.some(({ content }) => isIn(content, row.quote)) ? row.quote : undefined;
  }

  function metadataWithout({ metadata }: VersionRow, more: readonly Part[]): Exchange["metadata"] {
    const given = new Set([...told].flatMap((id) => Object.keys(metadataOf(id))));
    const own = Object.entries(metadata).filter(([name]) => !given.has(name));
    const others = more.map(({ episodeId = "" }) => metadataOf(episodeId));
    return Object.assign(Object.fromEntries(own), ...others) as Exchange["metadata"];
  }

  function metadataOf(episodeId: string): Exchange["metadata"] {
    return exchanges.get(episodeId)?.metadata ?? {};
  }
}

function isSame(one: Part, other: Part): boolean {
  return one.text === other.text && one.episodeId === other.episodeId;
}

function isIn(text: string, words: string | undefined): boolean {
  if (words === undefined) return false;
  return normalizeForComparison(text).includes(normalizeForComparison(words));
}

/** The texts as sentences of one; a single one as it is. */
function joinSentences(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0] ?? "";
  return texts.map((text) => (/[.!?。！？]$/u.test(text) ? text : `${text}.`)).join(" ");
}
