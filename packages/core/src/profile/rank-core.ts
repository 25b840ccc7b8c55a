import { trustOf } from "../add/compare-origins.ts";
import type { VersionRow } from "../ports/stored-rows.ts";
import { type Core, LEAST_IMPORTANT } from "./read-core.ts";

/** The sorts of memories that take turns. */
const IN_TURN = ["instruction", "single", "important", "preference"] as const;

/**
 * The rows of a profile, the most needed first.
 *
 * What is pinned leads. Then instructions, what the user has one of, what is important, and
 * preferences take turns, so that none of them crowds out the others; all else comes last. Of rows
 * that make the same claim one stands, where the first of them would: a pinned one before others, a
 * person's word before a tool's, the newer before the older.
 */
export function rankCore({ rules, singles, important, newest }: Core): VersionRow[] {
  const byClaim = new Map<string, VersionRow>();
  for (const row of [...rules, ...singles, ...important, ...newest]) {
    const claim = claimOf(row);
    const other = byClaim.get(claim);
    if (other === undefined || overtakes(row, other)) byClaim.set(claim, row);
  }
  const sorts = Map.groupBy(byClaim.values(), sortOf);
  return [
    ...(sorts.get("pinned") ?? []),
    ...takeTurns(IN_TURN.map((sort) => sorts.get(sort) ?? [])),
    ...(sorts.get("other") ?? []),
  ];
}

function sortOf(row: VersionRow): (typeof IN_TURN)[number] | "pinned" | "other" {
  if (row.pinned) return "pinned";
  if (row.kind === "instruction") return "instruction";
  if (row.cardinality === "one") return "single";
  if ((row.importance ?? 0) >= LEAST_IMPORTANT) return "important";
  return row.kind === "preference" ? "preference" : "other";
}

/** What a row says something of: a property that has one value at a time, or its own text. */
function claimOf({ subject, attribute, cardinality, hash }: VersionRow): string {
  const isSingle = cardinality === "one" && attribute !== undefined;
  return isSingle ? JSON.stringify([subject, attribute]) : hash;
}

function overtakes(row: VersionRow, other: VersionRow): boolean {
  if (other.pinned) return false;
  const trust = trustOf(row.origin) - trustOf(other.origin);
  return trust > 0 || (trust === 0 && row.validFrom > other.validFrom);
}

/** The first of each list, then the second of each, until all are through. */
function takeTurns(lists: readonly (readonly VersionRow[])[]): VersionRow[] {
  const rounds = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    lists.flatMap((list) => list.slice(round, round + 1)),
  ).flat();
}
