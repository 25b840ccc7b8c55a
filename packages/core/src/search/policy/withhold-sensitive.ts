import { tellsItself } from "../words/score-by-words.ts";
import type { PreparedQuery } from "../prepare-query.ts";
import type { Ranked } from "../rank-matches.ts";

/**
 * Topics of which people do not want to be reminded in passing: the special categories of Article 9 of
 * the GDPR, and money. They stand among the terms of a text.
 */
const SENSITIVE =
  /(?<= |^)#(?:illness|surgery|medicine|doctor|injury|faith|politics|gender|money|joblessness|divorce|death)(?= |$)/;

/** How near in meaning a memory must be to a query that shares no word or topic with it, 0…1. */
const LEAST_SIMILARITY = 0.5;

/**
 * The matches without sensitive ones that the query is not about: it must share a word or a topic with
 * the text itself, other than a name, or be near in meaning. What stands around a memory, and whom it
 * is about, is no reason to bring up an illness. "What happened last week?" is about all that did.
 */
export function withholdSensitive(
  ranked: readonly Ranked[],
  { words, findHits, time }: Pick<PreparedQuery, "words" | "findHits" | "time">,
): Ranked[] {
  if (time.isOnlyTime) return [...ranked];
  return ranked.filter(
    ({ row, signals }) =>
      !SENSITIVE.test(row.terms) ||
      signals.similarity >= LEAST_SIMILARITY ||
      tellsItself(words, findHits(row.terms)),
  );
}
