import type { AddResult } from "../add/attempt-episode.ts";
import type { MemoryRecord, Origin } from "../record.ts";
import { toDay } from "../to-day.ts";
import { neutralizeLine } from "../trust/neutralize-text.ts";

/** A memory as the answer of a tool shows it to a model. */
export interface ShownMemory {
  id: string;
  /** On one line, and without anything that has the form of a prompt's own structure. */
  text: string;
  /** The day from which it is true, in UTC: `2026-03-02`. */
  since: string;
  /** Whose words it is, unless they are the user's or a person's own. */
  origin?: Exclude<Origin, "user" | "person">;
}

/**
 * A memory for the answer of a tool, as safe for a model to read as the block of `context`. Not for
 * pages and people: they see what `search` gives.
 */
export function showMemory({ id, memory, validFrom, origin }: MemoryRecord): ShownMemory {
  const isOwn = origin === "user" || origin === "person";
  const shown = { id, text: neutralizeLine(memory), since: toDay(validFrom) };
  return isOwn ? shown : { ...shown, origin };
}

/** What was learned of a note, as the answer of a tool shows it to a model. */
export interface ShownChanges {
  /** What is remembered now. */
  remembered: {
    id: string;
    text: string;
    /** The text before, or of the memory whose place it took. */
    replaces?: string;
  }[];
  /** Why there is nothing. */
  note?: string;
}

/** What `add` wrote, for the answer of a tool, with the reason where that is nothing. */
export function showChanges(result: AddResult): ShownChanges {
  // A memory that was only taken back left nothing to be remembered.
  const kept = result.results.filter(
    ({ event, supersededBy }) => event !== "DELETE" || supersededBy !== undefined,
  );
  const remembered = kept.map(({ id, memory, previousMemory, supersededBy }) => ({
    id: supersededBy ?? id,
    text: neutralizeLine(memory),
    ...(previousMemory !== undefined && { replaces: neutralizeLine(previousMemory) }),
  }));
  return remembered.length > 0 ? { remembered } : { remembered, note: explainNothing(result) };
}

/** Why `add` wrote nothing, as a sentence for a model. */
export function explainNothing({ report: { status, decisions } }: AddResult): string {
  if (status === "pending") return "It is kept, and will be remembered a little later.";
  const refused = decisions.find(({ operation }) => operation === "REJECTED");
  if (refused) return `Not remembered: ${neutralizeLine(refused.reason)}.`;
  return "Nothing new: it is remembered already, or nothing in it lasts.";
}
