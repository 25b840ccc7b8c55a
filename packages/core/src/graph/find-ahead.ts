import type { Condition } from "../ports/condition.ts";
import type { MemoryStore, Whose } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { termsOf } from "../text/analyze-text.ts";
import { namesAhead } from "./follow-relations.ts";

/** Look-ups of names, one after another: with what was found at first, three relations. */
const LOOK_UPS = 2;

/** Each for so many names, and so many memories of each. */
const NAMES_AT_ONCE = 4;
const ROWS_PER_NAME = 20;

/**
 * Memories beyond `rows`, a part of a large scope, that a question leads to over the names in them; in
 * at most two queries, and none where it leads nowhere. A name is found only as it is written.
 */
export async function findAhead(
  { memories }: MemoryStore,
  whose: Whose,
  {
    where,
    rows,
    question,
  }: {
    where: Condition<VersionRow>;
    rows: readonly VersionRow[];
    question: string;
  },
): Promise<VersionRow[]> {
  const known = new Map(rows.map((row) => [row.key, row]));
  const asked = new Set<string>();
  for (let lookUp = 1; lookUp <= LOOK_UPS; lookUp++) {
    const names = namesAhead([...known.values()], question)
      .filter((name) => !asked.has(name))
      .slice(0, NAMES_AT_ONCE);
    if (names.length === 0) break;
    for (const name of names) asked.add(name);
    const found = await memories.findByTerms(whose, names.map(termsOf), {
      where,
      limit: ROWS_PER_NAME,
    });
    for (const { row } of found.flat()) known.set(row.key, row);
  }
  return [...known.values()].slice(rows.length);
}
