import type { Change, VersionRow } from "@palimpsest/core";

/** A version that somebody was told is kept. */
export interface Promised {
  readonly memoryId: string;
  readonly version: number;
  readonly text: string;
}

/** What a change promises: that its version is there from now on. */
export function toPromise({ event, id, supersededBy, version, memory }: Change): Promised {
  // A memory that another took the place of: what counts is the one that did.
  const memoryId = event === "DELETE" && supersededBy !== undefined ? supersededBy : id;
  return { memoryId, version, text: memory };
}

/** The promises that the rows of a store break, a sentence each; none is as it should be. */
export function findBreaches(rows: readonly VersionRow[], promises: Iterable<Promised>): string[] {
  return [...findDoubles(rows), ...findHalves(rows), ...findLosses(rows, promises)];
}

/** No version is there twice, and no text was stored twice: each was given once. */
function findDoubles(rows: readonly VersionRow[]): string[] {
  const kept = rows.filter(({ status }) => status !== "retracted");
  return [...Map.groupBy(rows, ({ key }) => key), ...Map.groupBy(kept, ({ text }) => text)].flatMap(
    ([what, same]) => (same.length > 1 ? [`${what} is there ${same.length} times.`] : []),
  );
}

/** Each lineage is whole: every slot is taken, and all but the last one are closed. */
function findHalves(rows: readonly VersionRow[]): string[] {
  return [...Map.groupBy(rows, ({ lineage }) => lineage)].flatMap(([lineage, versions]) => {
    const inOrder = versions.toSorted((a, b) => a.slot - b.slot);
    return inOrder.flatMap(({ slot, recordedAt, supersededAt, supersededBy }, index) => {
      const next = inOrder[index + 1];
      if (slot !== index + 1) return [`${lineage} has no slot ${index + 1}.`];
      if (next === undefined) {
        // What was outdated when it was learned enters as history.
        const isHistory = supersededAt?.getTime() === recordedAt.getTime();
        return supersededAt && !isHistory
          ? [`${lineage}@${slot} is closed and has no successor.`]
          : [];
      }
      if (supersededAt === undefined) return [`${lineage}@${slot} is open and has a successor.`];
      const isOther = supersededBy !== undefined && supersededBy !== next.memoryId;
      return isOther ? [`${lineage}@${slot} names another successor than it has.`] : [];
    });
  });
}

function findLosses(rows: readonly VersionRow[], promises: Iterable<Promised>): string[] {
  const texts = new Map(
    rows.map(({ memoryId, version, text }) => [`${memoryId}@${version}`, text]),
  );
  return [...promises].flatMap(({ memoryId, version, text }) => {
    const name = `${memoryId}@${version}`;
    const stored = texts.get(name);
    if (stored === text) return [];
    return [stored === undefined ? `${name} "${text}" is lost.` : `${name} is not "${text}".`];
  });
}
