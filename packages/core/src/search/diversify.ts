import type { VersionRow } from "../ports/stored-rows.ts";
import type { Ranked } from "./rank-matches.ts";
import { turningWordsOf } from "./turning-words.ts";

/** Matches that are compared with each other, from the best one on: more than a prompt takes. */
const MOST_COMPARED = 50;

/** Search terms that two texts must share of all theirs (Jaccard), so that one repeats the other. */
const LEAST_SHARED = 0.85;

/** A match with its search terms. */
interface Compared {
  match: Ranked;
  terms: ReadonlySet<string>;
}

/**
 * The best `limit` matches, those that only repeat a better one behind the others, so that a list
 * shows each thing once. All keep their scores.
 *
 * Only the best fifty are compared. A match repeats another when both have nearly the same
 * search terms, and the same names, numbers and negations in the same order. Diversity among matches
 * that merely resemble each other harms: with maximal marginal relevance recall@10 on LoCoMo fell
 * by 0.008 to 0.02; this leaves it as it is, and adds 0.03 where every third fact is stored twice.
 */
export function diversify(ranked: readonly Ranked[], limit: number): Ranked[] {
  const fresh: Compared[] = [];
  const repeating: Ranked[] = [];
  for (const match of ranked.slice(0, MOST_COMPARED)) {
    if (fresh.length === limit) break;
    const compared = { match, terms: new Set(match.row.terms.split(" ")) };
    if (fresh.some((better) => repeats(compared, better))) repeating.push(match);
    else fresh.push(compared);
  }
  const others = ranked.slice(fresh.length + repeating.length);
  return [...fresh.map(({ match }) => match), ...repeating, ...others].slice(0, limit);
}

function repeats(one: Compared, other: Compared): boolean {
  return (
    shareOf(one.terms, other.terms) >= LEAST_SHARED &&
    turningWordsOf(one.match.row.text) === turningWordsOf(other.match.row.text) &&
    isOfSameStanding(one.match.row, other.match.row)
  );
}

/** Whether equal words would say equal things: a memory that was taken back says the opposite, and events recur. */
function isOfSameStanding(one: VersionRow, other: VersionRow): boolean {
  const isEvent = one.kind === "event" || other.kind === "event";
  return one.status === other.status && (!isEvent || dayOf(one) === dayOf(other));
}

function dayOf({ validFrom }: VersionRow): string {
  return validFrom.toISOString().slice(0, 10);
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of one) if (other.has(term)) shared++;
  return shared / (one.size + other.size - shared);
}
