import { InvalidInputError } from "../errors.ts";
import { readDate } from "../input/read-values.ts";
import type { Filters } from "../look-up/filters.ts";
import type { Include } from "../look-up/include.ts";
import type { ReadingTime } from "../reading.ts";
import type { Scope } from "../scope.ts";

/** What a search may look at, beside the memories that are true now: as for `list`, and exchanges, word for word. */
export type SearchInclude = Include | "exchanges";

export const INCLUDES = ["subtree", "superseded", "exchanges"] as const satisfies SearchInclude[];

/** What `search` takes beside the query. */
export type SearchOptions = Scope & {
  /** Default: 5. */
  limit?: number | undefined;
  /** Least score of a match, 0…1. Default: 0.04, and 0.3 where a query is about people or things that are named nowhere. */
  threshold?: number | undefined;
  filters?: Filters | undefined;
  /** The moment of asking, from which words like "last week" count. Default: now. */
  at?: Date | undefined;
  /** What was true at this moment, by present knowledge; exactly that, whatever the query says. */
  asOf?: Date | undefined;
  /** By what the memory knew at this moment. */
  knownAt?: Date | undefined;
  include?: SearchInclude | readonly SearchInclude[] | undefined;
  /** Whether matches carry the `signals` that made their score. */
  explain?: boolean | undefined;
  signal?: AbortSignal | undefined;
};

/** A query is looked at up to here: what a question is about stands in its beginning. */
const LONGEST_QUERY = 8_000;

/** @throws {InvalidInputError} when it is blank, or no string. */
export function readQuery(query: unknown): string {
  if (typeof query !== "string" || query.trim() === "") {
    throw new InvalidInputError("query must be a string that is not blank.", {
      parameter: "query",
      value: query,
    });
  }
  return query.toWellFormed().trim().slice(0, LONGEST_QUERY);
}

/** @throws {InvalidInputError} when it is no number from 0 to 1. */
export function readThreshold(threshold: unknown): number | undefined {
  if (threshold === undefined) return undefined;
  if (typeof threshold === "number" && threshold >= 0 && threshold <= 1) return threshold;
  throw new InvalidInputError("threshold must be a number from 0 to 1.", {
    parameter: "threshold",
    value: threshold,
  });
}

/** @throws {InvalidInputError} when one of the times is no date. */
export function readTime({ asOf, knownAt }: SearchOptions): ReadingTime {
  return { asOf: readDate(asOf, "asOf"), knownAt: readDate(knownAt, "knownAt") };
}
