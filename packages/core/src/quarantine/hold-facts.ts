import type { RulingContext } from "../add/rule-on-verdicts.ts";
import { draftMemory } from "../add/draft-version.ts";
import { leaveAsIs, type EmbeddedFact, type Ruling } from "../add/ruling.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import type { MemoryId } from "../record.ts";
import { IS_HELD_BACK } from "../reading.ts";
import { fromScopeColumns, isWithin, type Scope } from "../scope.ts";
import { hashText } from "../text/hash-text.ts";

/** A fact that must not be recalled, and why. */
export type HeldFact = EmbeddedFact & { harm: string };

/**
 * The rulings on facts that must not be recalled: each is kept in quarantine, a memory of its own that
 * no judge sees, and that waits for a person. What is there already, or what a person let in,
 * is not kept again. One query.
 */
export async function holdFacts(
  store: MemoryStore,
  facts: readonly HeldFact[],
  {
    scope,
    ...context
  }: Pick<RulingContext, "settings" | "episodeId" | "metadata"> & { scope: Scope },
): Promise<Ruling[]> {
  if (facts.length === 0) return [];
  const known = await store.memories.find(
    { type: "visible", scope },
    {
      where: {
        all: [
          { column: "hash", isOneOf: facts.map(({ fact }) => hashText(fact.text)) },
          { any: [IS_HELD_BACK, { column: "status", equals: "current" }] },
        ],
      },
    },
  );
  return facts.map((held) =>
    hold(
      held,
      known.find((row) => isSame(row, held)),
      context,
    ),
  );
}

function isSame(row: VersionRow, { fact }: HeldFact): boolean {
  return row.hash === hashText(fact.text) && isWithin(fact.scope, fromScopeColumns(row));
}

function hold(
  { fact, vector, harm }: HeldFact,
  known: VersionRow | undefined,
  context: Pick<RulingContext, "settings" | "episodeId" | "metadata">,
): Ruling {
  const id = context.settings.newId();
  if (known?.status === "current") {
    const target = known.memoryId as MemoryId;
    const reason = "it is known in the same words, and a person let it in";
    return leaveAsIs({ id, operation: "NOOP", fact: fact.text, target, reason });
  }
  const next = known ? undefined : draftMemory({ fact, vector }, context);
  return {
    ...leaveAsIs({
      id,
      operation: "REJECTED",
      fact: fact.text,
      target: (known ?? next)?.memoryId as MemoryId,
      reason: `quarantined: ${harm}`,
      proposed: "ADD",
    }),
    ...(next && { effect: { type: "start", next: { ...next, status: "quarantined" } } }),
  };
}
