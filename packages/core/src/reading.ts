import type { Condition } from "./ports/condition.ts";
import type { VersionRow } from "./ports/stored-rows.ts";

const STATUS_CURRENT: Condition<VersionRow> = { column: "status", equals: "current" };

/** What is in quarantine, and waits for a person. */
export const IS_HELD_BACK: Condition<VersionRow> = {
  all: [
    { column: "status", equals: "quarantined" },
    { column: "supersededAt", isAbsent: true },
  ],
};

/** Memories that are true now, by present knowledge. */
export function isCurrent(now: Date): Condition<VersionRow> {
  const isUnexpired: Condition<VersionRow>[] = [
    { column: "expiresAt", isAbsent: true },
    { column: "expiresAt", isAbove: now },
  ];
  return { all: [STATUS_CURRENT, { any: isUnexpired }] };
}

/** Which versions a read sees, by the two times. */
export interface ReadingTime {
  /** True in the world at this time; default: now. */
  asOf?: Date | undefined;
  /** By what the store knew at this time; default: now. */
  knownAt?: Date | undefined;
}

/** Which versions answer, in two parts. */
export interface Answering {
  /** For the store. */
  readonly where: Condition<VersionRow>;
  /**
   * For what the store found: hardly ever false, and each column that a store filters by costs it a
   * read per row of the scope, which in a million rows made a search half as long again (0.39.0).
   */
  readonly isUnexpired: (row: VersionRow) => boolean;
  /** What a version answers for: of those that answer for the same the newest does. */
  readonly standsFor: (row: VersionRow) => string;
}

const lineageOf = ({ lineage }: VersionRow): string => lineage;

/** The versions that answer for a reading time. */
export function answersFor(time: ReadingTime, now: Date): Answering {
  const moment = time.asOf ?? time.knownAt ?? now;
  return {
    where: answersBefore(time),
    isUnexpired: ({ expiresAt }) => expiresAt === undefined || expiresAt > moment,
    standsFor: lineageOf,
  };
}

/**
 * The versions that answer for a reading time unless they have expired by then.
 *
 * `asOf` goes by present knowledge: validFrom ≤ t < validTo. `knownAt` by what the store then held
 * current: recordedAt ≤ t < supersededAt. Both: what it then held true of that moment, so a closing
 * that it learned of later does not count. Restored memories can answer with two versions of one
 * lineage; `newestOfEach` settles that.
 */
function answersBefore({ asOf, knownAt }: ReadingTime): Condition<VersionRow> {
  if (asOf === undefined && knownAt === undefined) return STATUS_CURRENT;
  const conditions: Condition<VersionRow>[] = [
    { column: "status", isOneOf: ["current", "superseded"] },
  ];
  if (asOf) conditions.push({ column: "validFrom", isAtMost: asOf });
  if (knownAt) conditions.push({ column: "recordedAt", isAtMost: knownAt });

  const stillKnown: Condition<VersionRow>[] = knownAt
    ? [
        { column: "supersededAt", isAbsent: true },
        { column: "supersededAt", isAbove: knownAt },
      ]
    : [{ column: "validTo", isAbsent: true }];
  const stillTrue: Condition<VersionRow>[] = asOf ? [{ column: "validTo", isAbove: asOf }] : [];
  conditions.push({ any: [...stillKnown, ...stillTrue] });
  return { all: conditions };
}

/** The last version of each memory that was ever let in; those of `newestOfEach` twins included. */
export const IS_LAST_OF_ITS_MEMORY: Condition<VersionRow> = {
  any: [
    { column: "status", equals: "current" },
    { column: "supersededBy", isAbsent: false },
    {
      all: [
        { column: "status", equals: "retracted" },
        { column: "supersededAt", isAbsent: true },
      ],
    },
  ],
};

/** The last version of each memory, expired or not, and in quarantine or not. */
export const LAST_OF_EACH: Answering = {
  where: { any: [IS_LAST_OF_ITS_MEMORY, IS_HELD_BACK] },
  isUnexpired: () => true,
  standsFor: lineageOf,
};

/** The given rows, without those over whom a later version of what they stand for stands. */
export function newestOfEach<ITEM extends { row: VersionRow }>(
  items: readonly ITEM[],
  standsFor: Answering["standsFor"],
): ITEM[] {
  const newest = new Map<string, number>();
  for (const { row } of items) {
    newest.set(standsFor(row), Math.max(newest.get(standsFor(row)) ?? 0, row.slot));
  }
  return items.filter(({ row }) => newest.get(standsFor(row)) === row.slot);
}
