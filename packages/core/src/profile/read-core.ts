import type { Condition } from "../ports/condition.ts";
import type { MemoryStore } from "../ports/memory-store.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { isCurrent } from "../reading.ts";
import { type Scope, toScopeColumns } from "../scope.ts";

/** What may stand in a profile: current versions, some of them in several lists. */
export interface Core {
  /** What is pinned, and then how the user wants things done. */
  rules: VersionRow[];
  /** What the user has one of, like a name and a home, the most important first. */
  singles: VersionRow[];
  /** What is important, the most important first. */
  important: VersionRow[];
  /** All that is known about the user but for events, the newest first. */
  newest: VersionRow[];
}

/** What is important, of 1 to 5. */
export const LEAST_IMPORTANT = 4;

/** Rows of one list: a block of the usual 300 tokens has room for about fifteen lines in all. */
const MOST_ROWS = 50;

/** Facts about the user that are no events. Memories that name nobody are the user's own. */
const ABOUT_USER: Condition<VersionRow> = {
  all: [
    { column: "kind", isOneOf: ["fact", "preference", "insight"] },
    {
      any: [
        { column: "subject", equals: "user" },
        { column: "subject", isAbsent: true },
      ],
    },
  ],
};

/** What a tool or a document tells a model to do must not stand in every prompt. */
const BY_PEOPLE: Condition<VersionRow> = { column: "origin", isOneOf: ["user", "person"] };

/**
 * The core of what is known about a user: who that is was often said long ago, so it is not the age
 * alone that decides what is read.
 *
 * Four readings, each of a few rows, whatever a scope holds: together they take 10 ms where it has 80
 * memories, and 50 ms where it has 20,000, in a table of 100,000 (0.39.0).
 */
export async function readCore(store: MemoryStore, scope: Scope, now: Date): Promise<Core> {
  const [rules, singles, important, newest] = await Promise.all([
    find("pinned", {
      any: [
        { column: "pinned", equals: true },
        { all: [{ column: "kind", equals: "instruction" }, BY_PEOPLE] },
      ],
    }),
    find("importance", { all: [ABOUT_USER, { column: "cardinality", equals: "one" }] }),
    find("importance", {
      all: [ABOUT_USER, { column: "importance", isAbove: LEAST_IMPORTANT - 1 }],
    }),
    find("validFrom", ABOUT_USER),
  ]);
  return { rules, singles, important, newest };

  function find(
    column: "pinned" | "importance" | "validFrom",
    where: Condition<VersionRow>,
  ): Promise<VersionRow[]> {
    return store.memories.find(
      { type: "visible", scope },
      {
        where: { all: [isCurrent(now), ...isOfUser(scope), where] },
        orderBy: { column, descending: true },
        limit: MOST_ROWS,
      },
    );
  }
}

/** What an agent knows for all of its users is visible to a user, and no part of who that is. */
function isOfUser(scope: Scope): Condition<VersionRow>[] {
  const { userId } = toScopeColumns(scope);
  return userId === undefined ? [] : [{ column: "userId", equals: userId }];
}
